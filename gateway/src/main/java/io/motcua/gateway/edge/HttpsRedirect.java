package io.motcua.gateway.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** A port without TLS that answers nothing but where the one with TLS is. */
@Component
@ConditionalOnProperty("motcua.gateway.edge.redirect-port")
final class HttpsRedirect implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final EdgeSettings settings;
    private final ServerProperties server;

    HttpsRedirect(EdgeSettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        var plain = new Connector();
        plain.setPort(settings.redirectPort());
        plain.setXpoweredBy(false);
        var address = server.getAddress();
        if (plain.getProtocolHandler() instanceof AbstractProtocol<?> protocol && address != null) {
            protocol.setAddress(address);
        }
        factory.addAdditionalConnectors(plain);
        factory.addEngineValves(new Elsewhere(plain, settings.httpsPort()));
    }

    private static final class Elsewhere extends ValveBase {

        /** Nothing that leads on a path or to another host when it stands in an address. */
        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]+]");

        private final Connector plain;
        private final int httpsPort;

        Elsewhere(Connector plain, int httpsPort) {
            super(true);
            this.plain = plain;
            this.httpsPort = httpsPort;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getConnector() != plain) {
                getNext().invoke(request, response);
                return;
            }
            if (response.getStatus() >= 400) {
                return; // Tomcat could not read it
            }
            var host = request.getServerName();
            if (host == null || !HOST.matcher(host).matches()) {
                response.setStatus(400);
                return;
            }
            var query = request.getQueryString();
            var port = httpsPort == 443 ? "" : ":" + httpsPort;
            response.setStatus(308);
            response.setHeader(
                    "Location",
                    "https://" + host + port + request.getRequestURI() + (query == null ? "" : "?" + query));
        }
    }
}
