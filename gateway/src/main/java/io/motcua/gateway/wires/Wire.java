package io.motcua.gateway.wires;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.io.CloseMode;

/**
 * A connection to an instance. Its reads have no time limit of their own, which on a virtual thread would cost a timer each;
 * {@link Wires} looks every now and then who has been silent for too long, and cuts the line.
 */
final class Wire extends DefaultBHttpClientConnection {

    private static final int BUFFER = 8 * 1024;
    private static final Http1Config FORM =
            Http1Config.custom().setBufferSize(BUFFER).build();

    private final byte[] buffer = new byte[BUFFER];
    private long idleSince;

    /** {@link System#nanoTime()} until which something must be heard; 0 while nobody waits. */
    private volatile long heardBy;

    private volatile boolean silent;

    Wire() {
        super(FORM);
    }

    /** What its holder copies with. */
    byte[] buffer() {
        return buffer;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /** Whether the service has not closed it meanwhile. */
    boolean isThere() {
        try {
            return !isStale();
        } catch (IOException broken) {
            return false;
        }
    }

    /** The beginning of the answer, which is awaited from when the whole request has gone. */
    ClassicHttpResponse exchange(ClassicHttpRequest request, Duration within) throws IOException {
        try {
            sendRequestHeader(request);
            sendRequestEntity(request);
            awaited(within, () -> {
                flush();
                return true;
            });
            var response = awaited(within, this::receiveResponseHeader);
            while (response.getCode() < 200) {
                if (response.getCode() == 101) {
                    throw new IOException("The service speaks another protocol, and was not asked to");
                }
                response = awaited(within, this::receiveResponseHeader);
            }
            if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
                receiveResponseEntity(response);
            }
            return response;
        } catch (HttpException e) {
            throw new IOException("The service does not speak HTTP: " + e.getMessage(), e);
        }
    }

    interface Step<T, E extends Exception> {
        T take() throws IOException, E;
    }

    /** Does what waits for the service, for as long as it may wait. */
    <T, E extends Exception> T awaited(Duration within, Step<T, E> step) throws IOException, E {
        long by = System.nanoTime() + within.toNanos();
        heardBy = by == 0 ? 1 : by;
        try {
            return step.take();
        } catch (IOException e) {
            if (silent) {
                var timeout = new SocketTimeoutException("Nothing was heard for " + within.toMillis() + " ms");
                timeout.initCause(e);
                throw timeout;
            }
            throw e;
        } finally {
            heardBy = 0;
        }
    }

    /** A service that reads no more is silent, too; how long its caller takes between two writes is not its fault. */
    OutputStream watched(OutputStream service, Duration within) {
        return new FilterOutputStream(service) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                awaited(within, () -> {
                    out.write(bytes, from, count);
                    return count;
                });
            }

            @Override
            public void flush() throws IOException {
                awaited(within, () -> {
                    out.flush();
                    return 0;
                });
            }
        };
    }

    /** Ends the wait of its holder if it is over. */
    void cutIfSilent(long now) {
        long by = heardBy;
        if (by != 0 && now - by > 0) {
            silent = true;
            cut();
        }
    }

    void cut() {
        close(CloseMode.IMMEDIATE);
    }
}
