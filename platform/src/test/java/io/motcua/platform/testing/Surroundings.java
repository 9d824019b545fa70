package io.motcua.platform.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/** Points a service at the backends of the tests. Properties that a test sets itself win. */
public final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("surroundings", Map.of()));
        var given = context.getEnvironment();
        var values = new HashMap<String, Object>(properties());
        var issuers = "motcua.security.issuers[";
        // A list is bound from one source: those that a test adds have to stand beside ours.
        if (given.getPropertySources().get("Dynamic Test Properties") instanceof EnumerablePropertySource<?> dynamic) {
            for (var name : dynamic.getPropertyNames()) {
                if (name.startsWith(issuers)) {
                    values.put(name, dynamic.getProperty(name));
                }
            }
        }
        var inlined = given.getPropertySources().get("Inlined Test Properties");
        values.keySet().removeIf(it -> inlined != null && inlined.containsProperty(it));
        given.getPropertySources().addFirst(new MapPropertySource("surroundings", values));
    }

    /** For tests that start a second instance beside the first: give both the same {@code spring.mongodb.database}. */
    public static Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("spring.mongodb.uri", Backends.mongodbUri()),
                Map.entry("spring.mongodb.database", "test-" + UUID.randomUUID()),
                Map.entry("spring.kafka.bootstrap-servers", Backends.bootstrapServers()),
                Map.entry("eureka.client.enabled", "false"),
                Map.entry("motcua.draining.pause", "0s"),
                Map.entry("management.server.port", "0"),
                Map.entry("motcua.security.issuers[0].issuer", Tokens.ISSUER),
                Map.entry("motcua.security.issuers[0].jwk-set-uri", Tokens.jwkSetUri()),
                Map.entry("motcua.security.issuers[0].agencies", "*"),
                Map.entry("motcua.security.issuers[0].roles", "*"),
                Map.entry("motcua.security.gateway.jwk-set-uri", Tokens.gatewayKeys()),
                Map.entry("motcua.privacy.person-secret", "a secret for tests only"),
                Map.entry("motcua.privacy.data-keys", KeyFiles.DATA),
                Map.entry("motcua.anchors.keys", KeyFiles.anchors().toString()),
                Map.entry("motcua.privacy.envelope-keys", KeyFiles.envelopes().toString()));
    }
}
