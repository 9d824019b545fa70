package io.motcua.platform.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of docs/stores.md: a row for each feature, a column for each store. */
final class Table {

    private static final Path PAGE = Path.of("../docs/stores.md");
    private static final String UNKNOWN = "not asked yet";

    private Table() {}

    /** What the page says that the store does. */
    static String cell(Feature feature, Store store) throws IOException {
        if (store == Store.MONGODB) {
            return feature.documented();
        }
        for (var line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| " + feature.name() + " |")) {
                var cells = line.split(" \\| ?", -1);
                return cells[cells.length - (store == Store.EMBEDDED ? 3 : 2)].strip();
            }
        }
        return UNKNOWN;
    }

    /** Writes the column of one store anew, and the others as they are. */
    static void write(List<Feature> features, Store asked, List<String> answers) throws IOException {
        var relied = new ArrayList<String>();
        var alone = new ArrayList<String>();
        for (int i = 0; i < features.size(); i++) {
            var it = features.get(i);
            var embedded = asked == Store.EMBEDDED ? answers.get(i) : cell(it, Store.EMBEDDED);
            var documentdb = asked == Store.DOCUMENTDB ? answers.get(i) : cell(it, Store.DOCUMENTDB);
            if (it.reliedOn()) {
                relied.add("| " + String.join(" | ", it.name(), it.reliedOnBy(), it.documented(), embedded, documentdb)
                        + " |");
            } else {
                alone.add("| " + String.join(" | ", it.name(), it.documented(), embedded, documentdb) + " |");
            }
        }
        var page = Files.readString(PAGE);
        page = replaced(page, "relied on", relied);
        page = replaced(page, "left alone", alone);
        Files.writeString(PAGE, page);
    }

    private static String replaced(String page, String name, List<String> rows) {
        var start = "<!-- " + name + " -->\n";
        var end = "<!-- end of " + name + " -->";
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf(end);
        var head = page.substring(from, to).lines().limit(3).toList();
        return page.substring(0, from)
                + String.join("\n", head)
                + "\n"
                + String.join("\n", rows)
                + "\n\n"
                + page.substring(to);
    }
}
