package io.motcua.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import tools.jackson.databind.json.JsonMapper;

/** The doors and what the services' committed API documents say lies behind them. */
class RoutesTest {

    private record Documented(String service, HttpMethod method, String path, boolean open) {

        /** An address that it may have. */
        PathContainer address() {
            return PathContainer.parsePath(path.replaceAll("\\{[^}]+}", "x1"));
        }
    }

    private static final List<Documented> OPERATIONS =
            Routes.services().stream().flatMap(it -> documented(it).stream()).toList();

    @Test
    void every_documented_operation_has_a_door_that_leads_to_its_service() {
        assertThat(OPERATIONS)
                .hasSizeGreaterThan(50)
                .allSatisfy(it -> assertThat(door(it.address()))
                        .as(it.toString())
                        .hasValueSatisfying(door -> assertThat(door.service()).isEqualTo(it.service())));
    }

    @Test
    void no_door_leads_to_what_no_document_tells_of() {
        for (var door : Routes.ALL) {
            for (var path : door.paths()) {
                assertThat(OPERATIONS)
                        .as("%s %s", door.name(), path)
                        .anyMatch(it -> it.service().equals(door.service())
                                && path.matches(it.address())
                                && door(it.address()).orElseThrow() == door);
            }
        }
    }

    @Test
    void without_a_token_passes_what_is_declared_to_be_open_and_nothing_else() {
        assertThat(OPERATIONS)
                .allSatisfy(it -> assertThat(Openings.are(it.method(), it.address()))
                        .as(it.toString())
                        .isEqualTo(it.open()));
    }

    private static Optional<Routes.Route> door(PathContainer address) {
        return Routes.ALL.stream()
                .filter(it -> it.variables(address).isPresent())
                .findFirst();
    }

    private static List<Documented> documented(String service) {
        try {
            var document = JsonMapper.shared().readTree(Files.readString(Path.of("..", service, "openapi.json")));
            var all = new ArrayList<Documented>();
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    all.add(new Documented(
                            service,
                            HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                            path.getKey(),
                            operation.getValue().path("security").isEmpty()));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
