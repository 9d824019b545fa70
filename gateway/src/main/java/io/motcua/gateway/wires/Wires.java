package io.motcua.gateway.wires;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Connections to the services' instances, of which each request has one for itself. They do nothing by themselves: no
 * repeats, no redirects, no cookies, no unpacking, which belong to an end user's agent. The words on the wire are read and
 * written by Apache's HttpCore; its client above that costs three times as much as the exchange itself (docs/adr/0020).
 */
public final class Wires implements AutoCloseable {

    /** A service that restarted has closed its connections; a POST that finds out is not repeated. */
    private static final long TRUSTED = TimeUnit.MILLISECONDS.toNanos(200);

    /** Shorter than the services keep idle connections open. */
    private static final long KEPT = TimeUnit.SECONDS.toNanos(10);

    private final Duration connect;
    private final int most;
    private final TlsSocketStrategy tls;
    private final Map<End, Bundle> bundles = new ConcurrentHashMap<>();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();

    /**
     * @param connect within which an instance must accept a connection, and how long a request waits for a free one
     * @param most connections to one instance
     */
    public Wires(Duration connect, int most, TlsSocketStrategy tls) {
        this.connect = connect;
        this.most = most;
        this.tls = tls;
    }

    /** Those to one instance. */
    private final class Bundle {

        private final End end;
        private final Semaphore room = new Semaphore(most);
        private final ConcurrentLinkedDeque<Wire> idle = new ConcurrentLinkedDeque<>();

        Bundle(End end) {
            this.end = end;
        }

        Wire take() throws IOException {
            enter();
            try {
                for (var it = idle.pollFirst(); it != null; it = idle.pollFirst()) {
                    if (usable(it)) {
                        return it;
                    }
                    drop(it);
                }
                return connected(end);
            } catch (IOException | RuntimeException e) {
                room.release();
                throw e;
            }
        }

        private void enter() throws IOException {
            if (room.tryAcquire()) {
                return;
            }
            try {
                if (!room.tryAcquire(connect.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new IOException("All " + most + " connections to " + end.authority() + " are in use");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Told to stop while waiting for a connection");
            }
        }

        void giveBack(Wire wire) {
            wire.rest();
            idle.addFirst(wire);
            room.release();
        }

        void discard(Wire wire) {
            drop(wire);
            room.release();
        }

        void dropIdle() {
            for (var it = idle.peekLast(); it != null && it.idleNanos() > KEPT; it = idle.peekLast()) {
                if (idle.removeLastOccurrence(it)) {
                    drop(it);
                }
            }
        }
    }

    private static boolean usable(Wire wire) {
        long idle = wire.idleNanos();
        return idle < TRUSTED || (idle < KEPT && wire.isThere());
    }

    private void drop(Wire wire) {
        open.remove(wire);
        wire.cut();
    }

    private Wire connected(End end) throws IOException {
        var wire = new Wire();
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(end.host(), end.port()), (int) connect.toMillis());
            if (end.secure()) {
                socket.setSoTimeout((int) connect.toMillis()); // of the handshake's words
                wire.bind(tls.upgrade(socket, end.host(), end.port(), null, HttpCoreContext.create()), socket);
                socket.setSoTimeout(0);
            } else {
                wire.bind(socket);
            }
        } catch (SocketTimeoutException e) {
            socket.close();
            throw new ConnectTimeoutException(end.authority() + " does not accept a connection: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
        open.add(wire);
        return wire;
    }

    /**
     * Asks an instance.
     *
     * @param within which it must read what it is sent, begin to answer, and go on again after each pause
     * @return the beginning of its answer, to be closed
     */
    public Answer ask(End end, ClassicHttpRequest request, Duration within) throws IOException {
        var bundle = bundles.computeIfAbsent(end, Bundle::new);
        var wire = bundle.take();
        try {
            var body = request.getEntity();
            if (body != null) {
                request.setEntity(new WholeBody(body, wire, within));
            }
            var response = wire.exchange(request, within);
            return new Answer(request, response, wire, within, whole -> {
                if (whole) {
                    bundle.giveBack(wire);
                } else {
                    bundle.discard(wire);
                }
            });
        } catch (IOException | RuntimeException e) {
            bundle.discard(wire);
            throw e;
        }
    }

    /** Ends the waits that are over, and the connections that nobody has used lately. */
    public void look() {
        long now = System.nanoTime();
        open.forEach(it -> it.cutIfSilent(now));
        bundles.values().forEach(Bundle::dropIdle);
    }

    @Override
    public void close() {
        open.forEach(this::drop);
    }
}
