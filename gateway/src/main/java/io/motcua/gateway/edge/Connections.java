package io.motcua.gateway.edge;

import io.motcua.gateway.limits.Clients;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Who is connected, since when each has been sending the headers of a request, and who has been turned away for what. */
final class Connections {

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final Map<SocketChannel, Connection> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> byClient = new ConcurrentHashMap<>();
    private final AtomicLong tooMany = new AtomicLong();
    private final AtomicLong tooSlow = new AtomicLong();
    private volatile int atMost = Integer.MAX_VALUE;
    private volatile int atMostOfClient = Integer.MAX_VALUE;

    void atMost(int altogether, int ofClient) {
        atMost = altogether;
        atMostOfClient = ofClient;
    }

    int count() {
        return open.size();
    }

    long tooMany() {
        return tooMany.get();
    }

    long tooSlow() {
        return tooSlow.get();
    }

    /** A connection; times are {@link System#nanoTime()}, 0 means that no headers are awaited. */
    private static final class Connection {

        private final String client;
        private volatile long headersSince;
        private volatile boolean inRequest;
        private volatile @Nullable SocketWrapperBase<NioChannel> socket;

        Connection(String client) {
            this.client = client;
        }
    }

    /** Whether another connection of this client may be taken. */
    boolean admit(SocketChannel socket) {
        String client;
        try {
            client = Clients.at(
                    ((InetSocketAddress) socket.getRemoteAddress()).getAddress().getHostAddress());
        } catch (IOException gone) {
            return false;
        }
        int ofClient = byClient.merge(client, 1, Integer::sum);
        if (ofClient > atMostOfClient || open.size() >= atMost) {
            leave(client);
            tooMany.incrementAndGet();
            return false;
        }
        open.put(socket, new Connection(client));
        return true;
    }

    void forget(SocketChannel socket) {
        var connection = open.remove(socket);
        if (connection != null) {
            leave(connection.client);
        }
    }

    private void leave(String client) {
        byClient.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Ends the connections whose headers are on their way for longer. */
    void endThoseSlowerThan(long nanos) {
        long now = System.nanoTime();
        for (var it : open.values()) {
            long since = it.headersSince;
            var socket = it.socket;
            if (since != 0 && now - since > nanos && socket != null) {
                tooSlow.incrementAndGet();
                socket.close();
            }
        }
    }

    /** Says where a request's headers end: what comes then is the service's time, and the body has a pace of its own. */
    static final class HeadersRead extends ValveBase {

        HeadersRead() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var connection = CURRENT.get();
            if (connection == null) {
                getNext().invoke(request, response);
                return;
            }
            connection.inRequest = true;
            connection.headersSince = 0;
            try {
                getNext().invoke(request, response);
            } finally {
                connection.inRequest = request.isAsync();
            }
        }
    }

    Handler<NioChannel> watching(Handler<NioChannel> handler) {
        return new Handler<>() {

            @Override
            public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
                var connection = open.get(socket.getSocket().getIOChannel());
                if (connection == null) {
                    return handler.process(socket, event);
                }
                connection.socket = socket;
                awaitHeaders(connection);
                CURRENT.set(connection);
                try {
                    var state = handler.process(socket, event);
                    if (state == SocketState.LONG) {
                        awaitHeaders(connection);
                    } else {
                        connection.inRequest = false;
                        connection.headersSince = 0;
                    }
                    return state;
                } finally {
                    CURRENT.remove();
                }
            }

            @Override
            public Object getGlobal() {
                return handler.getGlobal();
            }

            @Override
            public void release(SocketWrapperBase<NioChannel> socket) {
                forget(socket.getSocket().getIOChannel());
                handler.release(socket);
            }

            @Override
            public void pause() {
                handler.pause();
            }

            @Override
            public void recycle() {
                handler.recycle();
            }
        };
    }

    private static void awaitHeaders(Connection connection) {
        if (!connection.inRequest && connection.headersSince == 0) {
            connection.headersSince = Math.max(1, System.nanoTime());
        }
    }
}
