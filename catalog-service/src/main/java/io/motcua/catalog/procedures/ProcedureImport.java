package io.motcua.catalog.procedures;

import io.motcua.catalog.agencies.Agencies;
import io.motcua.catalog.imports.Accepted;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.ImportReport;
import io.motcua.catalog.imports.Imports;
import io.motcua.catalog.imports.JsonRows;
import io.motcua.catalog.imports.Lines;
import io.motcua.catalog.imports.Row;
import io.motcua.catalog.imports.RowRefused;
import io.motcua.catalog.schemes.Schemes;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Takes an agency's procedures from a file; every good row is a published version at once. */
@Component
public class ProcedureImport {

    private final Agencies agencies;
    private final Schemes schemes;
    private final Procedures procedures;
    private final Imports imports;

    ProcedureImport(Agencies agencies, Schemes schemes, Procedures procedures, Imports imports) {
        this.agencies = agencies;
        this.schemes = schemes;
        this.procedures = procedures;
        this.imports = imports;
    }

    public ImportReport csv(String agency, byte[] file, Cause cause, Actor actor, Locale language) {
        var lines = Lines.of(file).lines();
        var table = CsvRows.headed(lines.isEmpty() ? null : lines.getFirst());
        var rows = lines.subList(1, lines.size());
        return take(agency, rows, cause, actor, language, (rules, recording) -> line -> {
            var row = table.read(line);
            var flaws = new Flaws();
            var code = rules.code(flaws, row.code());
            var content = rules.check(flaws, row.submission(flaws));
            refuse(CsvRows.inColumns(withoutEchoes(flaws.found())));
            return accepted(recording, code, content);
        });
    }

    public ImportReport json(String agency, byte[] file, Cause cause, Actor actor, Locale language) {
        return take(agency, Lines.of(file).lines(), cause, actor, language, (rules, recording) -> line -> {
            var object = JsonRows.object(line.text());
            var flaws = new Flaws();
            var given = object.remove(CsvRows.CODE);
            var code = rules.code(flaws, given != null && given.isString() ? given.stringValue() : null);
            var content = rules.check(flaws, JsonRows.read(object, Submission.class));
            refuse(flaws.found());
            return accepted(recording, code, content);
        });
    }

    private interface Reader {
        Function<Lines.Line, Accepted> reading(Rules rules, Procedures.Recording recording);
    }

    private ImportReport take(
            String agency, List<Lines.Line> lines, Cause cause, Actor actor, Locale language, Reader reader) {
        var rules = Rules.of(agencies.get(agency), schemes.current(), agencies);
        try (var recording = procedures.recording(agency)) {
            var reading = reader.reading(rules, recording);
            var rows = lines.stream()
                    .map(line -> new Row(line.number(), () -> reading.apply(line)))
                    .toList();
            return imports.take(rows, cause, actor, language);
        }
    }

    private static Accepted accepted(Procedures.Recording recording, String code, Procedure content) {
        return new Accepted(
                code + " " + content.validFrom(),
                (cause, actor) -> recording.record(code, content, cause, actor).outcome());
    }

    /** A cell that cannot be read counts as absent in the later checks: its author need hear of it only once. */
    private static List<Flaw> withoutEchoes(List<Flaw> flaws) {
        var unreadable = flaws.stream()
                .filter(it -> !it.code().equals(Flaw.REQUIRED))
                .map(Flaw::field)
                .toList();
        return flaws.stream()
                .filter(it -> !it.code().equals(Flaw.REQUIRED)
                        || CsvRows.inColumns(List.of(it)).stream().noneMatch(flaw -> unreadable.contains(flaw.field())))
                .toList();
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new RowRefused(flaws);
        }
    }
}
