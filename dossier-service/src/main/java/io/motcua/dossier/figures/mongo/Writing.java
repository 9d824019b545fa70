package io.motcua.dossier.figures.mongo;

import io.motcua.dossier.figures.Cell;
import io.motcua.dossier.figures.Entry;
import io.motcua.dossier.figures.Journal;
import io.motcua.dossier.figures.Ledger;
import io.motcua.dossier.figures.Measure;
import io.motcua.dossier.figures.Move;
import io.motcua.dossier.figures.Part;
import io.motcua.dossier.figures.Tally;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How figures lie in their documents. */
final class Writing {

    static final String ENTRIES = "figureEntries";
    static final String COUNTERS = "figureCounters";

    static String id(String agency, int generation, String name) {
        return agency + "|" + generation + "|" + name;
    }

    static Document empty(String id, String agency, int generation) {
        return new Document("_id", id)
                .append("agency", agency)
                .append("generation", generation)
                .append("number", 0L);
    }

    static Ledger.Counted counted(Document it) {
        var cell =
                new Cell(it.getString("bucket"), it.getString("unit"), it.getString("sector"), it.getString("service"));
        return new Ledger.Counted(
                cell,
                it.getLong("number"),
                new Tally(
                        amounts(it.get("counts", Document.class), Measure::valueOf),
                        amounts(it.get("late", Document.class), Integer::valueOf)));
    }

    Document document(Journal journal) {
        return new Document("_id", journal.agency())
                .append("generation", journal.generation())
                .append("serving", journal.serving())
                .append("begun", journal.begun())
                .append("number", journal.number())
                .append("taken", journal.taken())
                .append("moves", journal.moves().stream().map(this::document).toList())
                .append("latest", journal.latest() == null ? null : Date.from(journal.latest()));
    }

    Journal journal(Document it) {
        return new Journal(
                it.getString("_id"),
                it.getInteger("generation"),
                it.getInteger("serving"),
                it.getBoolean("begun"),
                it.getLong("number"),
                it.getBoolean("taken"),
                it.getList("moves", Document.class).stream().map(this::move).toList(),
                instant(it.getDate("latest")));
    }

    Document document(Entry entry) {
        return new Document("id", entry.id())
                .append("seq", entry.seq())
                .append("unit", entry.unit())
                .append("sector", entry.sector())
                .append("service", entry.service())
                .append(
                        "parts",
                        entry.parts().stream()
                                .map(it -> new Document("measure", it.measure().name())
                                        .append("at", Date.from(it.at()))
                                        .append("amount", it.amount()))
                                .toList());
    }

    Entry entry(Document it) {
        return new Entry(
                it.getString("id"),
                it.getLong("seq"),
                it.getString("unit"),
                it.getString("sector"),
                it.getString("service"),
                it.getList("parts", Document.class).stream()
                        .map(part -> new Part(
                                Measure.valueOf(part.getString("measure")),
                                part.getDate("at").toInstant(),
                                part.getLong("amount")))
                        .toList());
    }

    private Document document(Move move) {
        var after = new Document("after", document(move.after()));
        return move.before() == null ? after : after.append("before", document(move.before()));
    }

    private Move move(Document it) {
        var before = it.get("before", Document.class);
        return new Move(before == null ? null : entry(before), entry(it.get("after", Document.class)));
    }

    private static <K> Map<K, Long> amounts(@Nullable Document amounts, Function<String, K> key) {
        var read = new HashMap<K, Long>();
        if (amounts != null) {
            amounts.forEach((name, amount) -> read.put(key.apply(name), ((Number) amount).longValue()));
        }
        return read;
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
