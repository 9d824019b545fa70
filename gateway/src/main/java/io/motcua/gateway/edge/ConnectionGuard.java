package io.motcua.gateway.edge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Puts {@link GuardedProtocol} in Tomcat's place and ends who is too slow; the management port has Tomcat's own. */
@Component
final class ConnectionGuard implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String ENDED = "motcua.gateway.connections.ended";
    static final String REASON = "reason";

    /**
     * Else the kernel takes up to 4 MB for each reader, and lets Tomcat go on only when a third of that is free: who reads 60 kB a
     * second would look as if it took nothing for 20 s.
     */
    private static final String SEND_BUFFER = String.valueOf(128 * 1024);

    private final EdgeSettings settings;
    private final MeterRegistry meters;
    private final List<Connections> guarded = new CopyOnWriteArrayList<>();

    ConnectionGuard(EdgeSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(GuardedProtocol.class.getName());
        factory.addEngineValves(new Connections.HeadersRead());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
                connector.setProperty("socket.txBufSize", SEND_BUFFER);
                guard(protocol.connections());
            }
        });
    }

    private void guard(Connections connections) {
        connections.atMost(settings.connections(), settings.connectionsOfClient());
        guarded.add(connections);
        Gauge.builder("motcua.gateway.connections", connections, Connections::count)
                .description("Open connections of callers")
                .register(meters);
        turnedAway("too-many", connections, Connections::tooMany);
        turnedAway("slow-headers", connections, Connections::tooSlow);
    }

    private void turnedAway(String reason, Connections connections, ToDoubleFunction<Connections> count) {
        FunctionCounter.builder(ENDED, connections, count)
                .description("Connections that were not taken, or ended")
                .tag(REASON, reason)
                .register(meters);
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void endSlow() {
        guarded.forEach(it -> it.endThoseSlowerThan(settings.headersWithin().toNanos()));
    }
}
