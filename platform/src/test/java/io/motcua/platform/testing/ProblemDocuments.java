package io.motcua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the problems that a module may answer are told of: its committed API document, and the tables of docs/api.md. What is
 * there and nothing else may be told, each with its status.
 */
public final class ProblemDocuments {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) \\|.*");

    private ProblemDocuments() {}

    /** @param own the kinds that the module whose tests run has beside the platform's */
    public static void tell(String module, Collection<? extends ProblemKind> own) throws IOException {
        var platform = slugs(Arrays.asList(PlatformProblem.values()));
        var all = new TreeMap<>(platform);
        all.putAll(slugs(own));

        assertThat(inDocument()).as("openapi.json of %s", module).isEqualTo(all);
        assertThat(onPage("Every service")).as("docs/api.md, every service").isEqualTo(platform);
        assertThat(onPage(module))
                .as("docs/api.md, %s", module)
                .containsAllEntriesOf(slugs(own))
                .allSatisfy((slug, status) -> assertThat(all).containsEntry(slug, status));
    }

    private static Map<String, Integer> slugs(Collection<? extends ProblemKind> kinds) {
        var slugs = new TreeMap<String, Integer>();
        kinds.forEach(it -> slugs.put(it.slug(), it.status()));
        return slugs;
    }

    private static Map<String, Integer> inDocument() throws IOException {
        var said = new TreeMap<String, Integer>();
        JsonMapper.shared()
                .readTree(Files.readString(Path.of("openapi.json")))
                .at("/components/schemas/Problem/x-problems")
                .properties()
                .forEach(it -> said.put(it.getKey(), it.getValue().asInt()));
        return said;
    }

    /** The table after the line that names the module. */
    private static Map<String, Integer> onPage(String module) throws IOException {
        var rows = new TreeMap<String, Integer>();
        var inside = false;
        for (var line : Files.readAllLines(Path.of("..", "docs", "api.md"))) {
            if (line.startsWith("**") || line.startsWith("#")) {
                inside = line.equals("**" + module + "**");
            }
            var row = ROW.matcher(line);
            if (inside && row.matches()) {
                rows.put(row.group(1), Integer.valueOf(row.group(2)));
            }
        }
        return rows;
    }
}
