package io.motcua.gateway.routes;

import io.motcua.gateway.wires.Answer;
import io.motcua.platform.placement.Placements;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The answers that are passed on for minutes. Each ends at once when its reader leaves, and in good order when the gateway
 * stops, or when its agency is withdrawn or placed elsewhere: who asks again is told so, or reaches whoever knows what goes on.
 */
@Component
final class Streams implements SmartLifecycle {

    private final Map<Answer, Target> passing = new ConcurrentHashMap<>();
    private final Placements placements;
    private volatile boolean running;

    Streams(Placements placements) {
        this.placements = placements;
    }

    void pass(Answer answer, Target target, OutputStream reader) throws IOException {
        passing.put(answer, target);
        try {
            answer.passTo(reader, true);
        } catch (IOException cut) {
            if (passing.containsKey(answer)) {
                throw cut;
            }
            // by us: for the reader a stream that is over, which he opens again
        } finally {
            passing.remove(answer);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void endWhatIsElsewhere() {
        passing.forEach((answer, target) -> {
            if (isElsewhere(target)) {
                end(answer);
            }
        });
    }

    private boolean isElsewhere(Target target) {
        var agency = target.agency();
        return agency != null
                && (placements.isWithdrawn(agency, target.service())
                        || placements.hasItsOwn(agency, target.service()) != target.own());
    }

    private void end(Answer answer) {
        if (passing.remove(answer) != null) {
            answer.cut();
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
        passing.keySet().forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
