package io.motcua.gateway.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The answers that are passed on for minutes. Each ends at once when its reader leaves (the usual client would first read it
 * to its end, to keep the connection) and in good order when the gateway stops.
 */
@Component
final class Streams implements SmartLifecycle {

    private final Set<Passing> all = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    /** Stands next to the wire in the client that is used for streams. */
    ClassicHttpResponse watch(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var response = chain.proceed(request, scope);
        var body = response.getEntity();
        if (body != null) {
            var passing = new Passing(body.getContent(), scope.execRuntime);
            response.setEntity(new HttpEntityWrapper(body) {
                @Override
                public InputStream getContent() {
                    return passing;
                }
            });
        }
        return response;
    }

    private final class Passing extends FilterInputStream {

        private final ExecRuntime connection;
        private volatile boolean ended;

        Passing(InputStream body, ExecRuntime connection) {
            super(body);
            this.connection = connection;
            all.add(this);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = ended ? -1 : super.read(buffer, offset, length);
                if (count < 0) {
                    all.remove(this);
                }
                return count;
            } catch (IOException cut) {
                if (ended) {
                    return -1;
                }
                throw cut;
            }
        }

        /** What was not read by now is wanted by nobody. */
        @Override
        public void close() {
            end();
        }

        void end() {
            ended = true;
            if (all.remove(this)) {
                connection.discardEndpoint();
            }
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
        all.forEach(Passing::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
