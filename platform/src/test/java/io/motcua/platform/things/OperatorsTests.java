package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Surroundings;
import io.motcua.platform.testing.Tokens;
import java.io.File;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Health and metrics are on a port of their own, which nobody but operators reaches. */
@ServiceTest
class OperatorsTests {

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int operatorsPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/Actuator/health",
                "/%61ctuator/health",
            })
    void where_callers_are_they_are_as_unknown_as_anything(String path) {
        var answer = Api.at(port).as(Tokens.operator()).get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//actuator/health",
                "/actuator;x=1/health",
                "/x/../actuator/health",
                "/x/%2e%2e/actuator/health",
                "/%2factuator"
            })
    void nor_does_a_trick_find_them(String path) {
        assertThat(Api.at(port).get(path).status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/agencies/H37/things", "/v3/api-docs", "/actuator/env", "/actuator/loggers"})
    void where_operators_are_is_nothing_else(String path) {
        assertThat(Api.at(operatorsPort).as(Tokens.operator()).get(path).status())
                .isEqualTo(404);
    }

    @Test
    void they_see_health_and_metrics() {
        assertThat(links(api)).allSatisfy(it -> assertThat(it).matches("/actuator(/(health|info|prometheus).*)?"));
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(new String(api.get("/actuator/prometheus").bytes())).contains("jvm_memory_used_bytes");
    }

    @Test
    void no_secret_is_told_to_operators() throws Exception {
        var told = new StringBuilder();
        for (var path : links(api)) {
            told.append(new String(api.get(path).bytes()));
        }

        assertThat(told.toString())
                .contains("\"status\"")
                .contains("jvm_memory_used_bytes")
                .doesNotContain(String.valueOf(Surroundings.properties().get("motcua.privacy.person-secret")))
                .doesNotContain(JWKSet.load(new File(
                                String.valueOf(Surroundings.properties().get("motcua.privacy.envelope-keys"))))
                        .getKeys()
                        .getFirst()
                        .toECKey()
                        .getD()
                        .toString());
    }

    /** Failures are told at length: here the store's, and what it was told. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void no_secret_is_logged_by_a_start_that_fails(CapturedOutput log) {
        var properties = new HashMap<>(Surroundings.properties());
        properties.putAll(Map.of(
                "server.port", "0",
                "spring.mongodb.uri", "mongodb://things:Kh0ng-ai-biet@127.0.0.1:1/?serverSelectionTimeoutMS=100",
                "motcua.privacy.person-secret", "Bi-mat-cua-moi-nguoi"));
        var arguments = properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);

        assertThatThrownBy(() -> new SpringApplicationBuilder(ThingService.class).run(arguments))
                .rootCause()
                .hasMessageContaining("127.0.0.1:1");

        assertThat(log.getAll())
                .contains("Application run failed")
                .doesNotContain("Kh0ng-ai-biet")
                .doesNotContain("Bi-mat-cua-moi-nguoi");
    }

    /** Every address that the operators' own index leads to. */
    private static Iterable<String> links(Api there) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add("/actuator");
        while (!open.isEmpty()) {
            var path = open.remove();
            if (found.add(path)) {
                var body = there.get(path).body();
                body.path("_links")
                        .valueStream()
                        .map(it -> it.path("href").asString())
                        .forEach(href -> {
                            if (!href.contains("{")) {
                                open.add(href.replaceFirst("http://[^/]*", ""));
                            }
                        });
                groups(body).forEach(group -> open.add(path + "/" + group));
            }
        }
        return found;
    }

    private static Iterable<String> groups(JsonNode health) {
        return health.path("groups").valueStream().map(JsonNode::asString).toList();
    }
}
