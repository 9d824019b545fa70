package io.motcua.catalog.imports;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes the records of the whole platform from a file of JSON lines of mixed kinds. */
@Component
public class PlatformRecords {

    private static final String KIND = "record";
    private static final Set<String> NATIONS = Set.of("tier", "level-scheme");
    private static final Set<String> AGENCYS = Set.of("unit", "staff", "calendar");

    private final Map<String, RecordKind<?>> kinds;
    private final Imports imports;

    PlatformRecords(List<RecordKind<?>> kinds, Imports imports) {
        this.kinds = new TreeMap<>(kinds.stream().collect(Collectors.toMap(RecordKind::name, Function.identity())));
        this.imports = imports;
    }

    public ImportReport take(byte[] file, Cause cause, Actor actor, Locale language) {
        return take(file, this::read, cause, actor, language);
    }

    /** Only what is the agency's, and what holds for the whole nation: an agency's own catalogue needs that, too. */
    public ImportReport takeOf(String agency, byte[] file, Cause cause, Actor actor, Locale language) {
        return take(file, row -> read(ofAgency(row, agency)), cause, actor, language);
    }

    private ImportReport take(
            byte[] file, Function<ObjectNode, Accepted> read, Cause cause, Actor actor, Locale language) {
        var rows = Lines.of(file).lines().stream()
                .map(line -> new Row(line.number(), () -> read.apply(JsonRows.object(line.text()))))
                .toList();
        return imports.take(rows, cause, actor, language);
    }

    private static ObjectNode ofAgency(ObjectNode row, String agency) {
        var kind = row.path(KIND).asString("");
        if (NATIONS.contains(kind)) {
            return row;
        }
        if (!kind.isEmpty() && !AGENCYS.contains(kind)) {
            throw new RowRefused(new Flaw(KIND, "hubs-record"));
        }
        var named = row.path("agency").asString("");
        if (!named.isEmpty() && !named.equals(agency)) {
            throw new RowRefused(new Flaw("agency", "code-of-another-agency", named));
        }
        return row;
    }

    private Accepted read(ObjectNode object) {
        var given = object.remove(KIND);
        if (given == null || !given.isString()) {
            throw new RowRefused(new Flaw(KIND, Flaw.REQUIRED));
        }
        var kind = kinds.get(given.stringValue());
        if (kind == null) {
            throw new RowRefused(
                    new Flaw(KIND, Flaw.UNKNOWN_VALUE, given.stringValue(), String.join(", ", kinds.keySet())));
        }
        return kind.read(object);
    }
}
