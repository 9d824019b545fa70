package io.motcua.gateway.edge;

import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * HTTP/1.1 as Tomcat speaks it, with an eye on its connections. Tomcat bounds the gaps between a client's bytes, not the time
 * that a request's headers take altogether: one byte every ten seconds would hold a connection for two days. It counts
 * connections, but not whose they are.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private final Connections connections;

    /** Tomcat makes it by its name. */
    public GuardedProtocol() {
        this(new Connections());
    }

    private GuardedProtocol(Connections connections) {
        super(new Endpoint(connections));
        this.connections = connections;
        getEndpoint().setHandler(connections.watching(getEndpoint().getHandler()));
    }

    Connections connections() {
        return connections;
    }

    private static final class Endpoint extends NioEndpoint {

        private final Connections connections;

        Endpoint(Connections connections) {
            this.connections = connections;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (!connections.admit(socket)) {
                destroySocket(socket);
                return false;
            }
            boolean taken = super.setSocketOptions(socket);
            if (!taken) {
                connections.forget(socket);
            }
            return taken;
        }
    }
}
