package io.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** monitoring/grafana: an agency's IT team chooses its agency, and every panel must follow. */
class DashboardTests {

    private static final Path DASHBOARD = Path.of("..", "monitoring", "grafana", "dashboards", "motcua.json");

    /** A series and what is asked of its labels. */
    private static final Pattern SELECTED =
            Pattern.compile("\\b(?:up|(?:resilience4j|motcua|kafka|http|jvm|process)_[a-z0-9_]+)\\b(\\{[^}]*})?");

    @Test
    void every_panel_asks_for_the_agencies_that_are_chosen() throws IOException {
        var dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        var asked = dashboard
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString())
                .toList();

        assertThat(dashboard.at("/templating/list").valueStream().map(DashboardTests::name))
                .contains("agency");
        assertThat(asked)
                .hasSizeGreaterThan(15)
                .allSatisfy(expression -> assertThat(
                                SELECTED.matcher(expression).results().map(it -> String.valueOf(it.group(1))))
                        .isNotEmpty()
                        .allMatch(labels -> labels.contains("$agency"), "names the agency"));
    }

    @Test
    void no_panel_lies_upon_another() throws IOException {
        var panels = JsonMapper.shared().readTree(Files.readString(DASHBOARD)).path("panels");

        assertThat(panels.valueStream().map(it -> it.path("id").asInt())).doesNotHaveDuplicates();
        for (var one : panels) {
            for (var other : panels) {
                assertThat(one != other && overlap(one.path("gridPos"), other.path("gridPos")))
                        .as("%s and %s", one.path("title"), other.path("title"))
                        .isFalse();
            }
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return within(one, other, "x", "w") && within(one, other, "y", "h");
    }

    private static boolean within(JsonNode one, JsonNode other, String from, String size) {
        int a = one.path(from).asInt();
        int b = other.path(from).asInt();
        return a < b + other.path(size).asInt() && b < a + one.path(size).asInt();
    }

    private static String name(JsonNode variable) {
        return variable.path("name").asString();
    }
}
