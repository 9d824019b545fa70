package io.motcua.catalog.imports;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes the records of the whole platform from a file of JSON lines of mixed kinds. */
@Component
public class PlatformRecords {

    private static final String KIND = "record";

    private final Map<String, RecordKind<?>> kinds;
    private final Imports imports;

    PlatformRecords(List<RecordKind<?>> kinds, Imports imports) {
        this.kinds = new TreeMap<>(kinds.stream().collect(Collectors.toMap(RecordKind::name, Function.identity())));
        this.imports = imports;
    }

    public ImportReport take(byte[] file, Cause cause, Actor actor, Locale language) {
        var rows = Lines.of(file).lines().stream()
                .map(line -> new Row(line.number(), () -> check(line.text())))
                .toList();
        return imports.take(rows, cause, actor, language);
    }

    private Accepted check(String line) {
        var object = JsonRows.object(line);
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
