package io.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The committed diagram is drawn from the table; {@code -Dtransitions.write=true} draws it anew. */
class TransitionDiagramTests {

    private static final Path COMMITTED = Path.of("docs/transitions.md");

    @Test
    void the_committed_diagram_shows_the_table() throws IOException {
        var drawn = document();
        if (Boolean.getBoolean("transitions.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, drawn);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(drawn);
    }

    private static String document() {
        var page = new StringBuilder("""
                # The life of a dossier

                Drawn from `Transitions.RULES` by `TransitionDiagramTests`; do not edit.

                ```mermaid
                stateDiagram-v2
                """);
        for (var status : Status.values()) {
            page.append("    s%d : %d %s%n"
                    .formatted(status.code(), status.code(), status.names().en()));
        }
        page.append("    [*] --> s0\n");
        arrows().forEach((ends, labels) -> page.append("    %s : %s%n".formatted(ends, String.join(", ", labels))));
        page.append("    s3 --> [*]\n    s8 --> [*]\n    s10 --> [*]\n```\n\n## States\n\n");
        page.append("| code | vi | en |\n|---|---|---|\n");
        for (var status : Status.values()) {
            page.append("| %d | %s | %s |%n"
                    .formatted(
                            status.code(), status.names().vi(), status.names().en()));
        }
        page.append(
                "\n## Steps\n\n`If-Match` is required where a step *decides*. A foreign fact is never refused: where it moves nothing it is *noted*.\n\n");
        page.append("| from | command | to | by | when | decides | noted |\n|---|---|---|---|---|---|---|\n");
        for (var rule : Transitions.RULES) {
            page.append("| %d | %s | %d | %s | %s | %s | %s |%n"
                    .formatted(
                            rule.from().code(),
                            name(rule),
                            rule.to().code(),
                            rule.by().stream().map(Role::token).collect(Collectors.joining(", ")),
                            words(rule.when()),
                            rule.decides() ? "yes" : "",
                            rule.noted() ? "yes" : ""));
        }
        return page.toString();
    }

    /** Steps that stay where they are would only clutter the picture. */
    private static Map<String, Set<String>> arrows() {
        var arrows = new LinkedHashMap<String, Set<String>>();
        Transitions.RULES.stream()
                .filter(it -> it.from() != it.to())
                .forEach(it -> arrows.computeIfAbsent(
                                "s%d --> s%d"
                                        .formatted(it.from().code(), it.to().code()),
                                _ -> new LinkedHashSet<>())
                        .add(name(it)));
        return arrows;
    }

    private static String name(Rule rule) {
        return Arrays.stream(rule.command().getSimpleName().split("(?=[A-Z])"))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static String words(Rule.When when) {
        return switch (when) {
            case ALWAYS -> "";
            case CAME_FROM -> "interrupted there";
            case CALLED_AT_INTAKE -> "papers were asked for before acceptance";
            case CALLED_IN_PROCESS -> "papers were asked for after acceptance";
            case SETTLED -> "nothing is owed any more";
            case OWING -> "something is still owed";
        };
    }
}
