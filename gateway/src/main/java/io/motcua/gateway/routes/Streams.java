package io.motcua.gateway.routes;

import io.motcua.gateway.wires.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The answers that are passed on for minutes. Each ends at once when its reader leaves, and in good order when the gateway stops.
 */
@Component
final class Streams implements SmartLifecycle {

    private final Set<Answer> passing = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    void pass(Answer answer, OutputStream reader) throws IOException {
        passing.add(answer);
        try {
            answer.passTo(reader, true);
        } catch (IOException cut) {
            if (passing.contains(answer)) {
                throw cut;
            }
            // by the gateway's end: for the reader a stream that is over, which he opens again elsewhere
        } finally {
            passing.remove(answer);
        }
    }

    /** Before the server waits for what is under way. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        for (var it : passing) {
            if (passing.remove(it)) {
                it.cut();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
