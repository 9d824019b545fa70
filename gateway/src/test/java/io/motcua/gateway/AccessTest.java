package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import io.motcua.platform.testing.access.AccessMatrix;
import io.motcua.platform.testing.access.Probe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** What the gateway answers itself. Whoever may manage an app at any agency is told of another agency's that there is none. */
class AccessTest extends GatewayTest implements AccessMatrix {

    private static final String APPS = "/api/v1/apps";

    @Override
    public Api door() {
        return Api.at(port, operatorsPort);
    }

    @Override
    public String elsewhere() {
        return "H63";
    }

    /** Each operation has an app of its own: one of them removes it. */
    @Override
    public Map<String, String> thing(String operation, String personalId) {
        if (operation.endsWith("/{service}")) {
            return Map.of("service", "gateway");
        }
        if (!operation.contains("{app}")) {
            return Map.of();
        }
        var administrator = door().as(Tokens.staff(here(), "agency-admin"));
        var app = administrator.post(APPS, app()).body().path("id").asString();
        var key = administrator.post(APPS + "/" + app + "/keys", Map.of()).body();
        return operation.contains("{key}")
                ? Map.of("app", app, "key", key.path("id").asString())
                : Map.of("app", app);
    }

    @Override
    public Probe probe(String operation, Probe suggested) {
        return switch (operation) {
            case "POST " + APPS -> suggested.body("application/json", app());
            case "POST " + APPS + "/{app}/keys" -> suggested.body("application/json", Map.of());
            default -> suggested;
        };
    }

    /** The doors are functional routes; what they lead to is in the services' documents. */
    @Test
    @Override
    public void nothing_is_served_beside_the_controllers(ApplicationContext context) {
        for (var it : context.getBeansOfType(RouterFunctionMapping.class).values()) {
            // Beside the doors stands where Spring Cloud would put routes out of settings, of which there are none.
            assertThat(String.valueOf(it.getRouterFunction()).lines().filter(route -> !route.startsWith("Never -> ")))
                    .containsExactlyElementsOf(
                            context.getBean("doors").toString().lines().toList());
        }
        for (var path : List.of("/", "/index.html", "/static/", "/META-INF/MANIFEST.MF", "/application.yml")) {
            assertThat(door().get(path).problem()).as(path).isEqualTo("not-found");
        }
    }

    private Map<String, Object> app() {
        return Map.of("name", "matrix", "agency", here(), "scopes", Set.of("catalogue:read"));
    }
}
