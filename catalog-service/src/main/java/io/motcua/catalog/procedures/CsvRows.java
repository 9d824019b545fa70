package io.motcua.catalog.procedures;

import io.motcua.catalog.CatalogProblem;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import io.motcua.catalog.imports.Lines;
import io.motcua.catalog.imports.RowRefused;
import io.motcua.events.Names;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Procedures as a table: one row a version, the same limit and fee through every channel. What needs more detail comes as
 * NDJSON.
 */
final class CsvRows {

    static final String CODE = "code";

    /** Each with the field of a {@link Submission} that it fills; {@code 0} stands for any index. */
    private static final Map<String, String> COLUMN_OF = Map.ofEntries(
            Map.entry("names/vi", "nameVi"),
            Map.entry("names/en", "nameEn"),
            Map.entry("names", "nameVi"),
            Map.entry("eligibility/status", "eligibility"),
            Map.entry("eligibility/reasonCode", "reasonCode"),
            Map.entry("eligibility/reasonText", "reasonText"),
            Map.entry("eligibility/decision", "decision"),
            Map.entry("eligibility/date", "decisionDate"),
            Map.entry("audiences/0", "audiences"),
            Map.entry("onlineSteps/0", "onlineSteps"),
            Map.entry("legalBasis/0", "legalBasis"),
            Map.entry("channels/0/channel", "channels"),
            Map.entry("channels/0/limit/amount", "limitAmount"),
            Map.entry("channels/0/limit/unit", "limitUnit"),
            Map.entry("channels/0/fees/0/amount/amount", "fee"),
            Map.entry("result/vi", "resultVi"),
            Map.entry("result/en", "resultEn"));

    private static final Set<String> COLUMNS = Set.of(
            CODE,
            "nameVi",
            "nameEn",
            "tier",
            "sector",
            "audiences",
            "levelScheme",
            "levelCode",
            "eligibility",
            "reasonCode",
            "reasonText",
            "decision",
            "decisionDate",
            "intakePolicy",
            "onlineSteps",
            "channels",
            "limitAmount",
            "limitUnit",
            "fee",
            "receivingUnit",
            "calendar",
            "resultVi",
            "resultEn",
            "minimumIdentityLevel",
            "legalBasis",
            "validFrom",
            "validTo",
            "sample",
            "source");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(false).get();

    private final List<String> header;

    private CsvRows(List<String> header) {
        this.header = header;
    }

    /** @throws Problem if the first line does not name columns that we know, each once, the code among them */
    static CsvRows headed(Lines.@Nullable Line first) {
        var problem = new Problem(CatalogProblem.UNREADABLE_FILE);
        if (first == null) {
            throw problem.at("", Flaw.REQUIRED);
        }
        List<String> header;
        try {
            header = values(first.text());
        } catch (RowRefused _) {
            throw problem.at("", Flaw.MALFORMED);
        }
        boolean fine = true;
        for (var column : header) {
            if (!COLUMNS.contains(column)) {
                problem.at(column, Flaw.UNKNOWN_FIELD);
                fine = false;
            }
        }
        if (!header.contains(CODE)) {
            problem.at(CODE, Flaw.REQUIRED);
            fine = false;
        }
        if (Set.copyOf(header).size() < header.size()) {
            problem.at("", Flaw.DUPLICATE);
            fine = false;
        }
        if (!fine) {
            throw problem;
        }
        return new CsvRows(header);
    }

    /** @throws RowRefused if the line is not a row of this table */
    Row read(Lines.Line line) {
        var values = values(line.text());
        if (values.size() != header.size()) {
            throw new RowRefused(new Flaw("", "columns", header.size(), values.size()));
        }
        var row = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            if (!values.get(i).isEmpty()) {
                row.put(header.get(i), values.get(i));
            }
        }
        return new Row(row);
    }

    /** The flaws, under the names that the table's author knows. */
    static List<Flaw> inColumns(List<Flaw> flaws) {
        return flaws.stream()
                .map(it -> {
                    var anyIndex = it.field().replaceAll("/\\d+(?=/|$)", "/0");
                    return new Flaw(COLUMN_OF.getOrDefault(anyIndex, it.field()), it.code(), it.args());
                })
                .distinct()
                .toList();
    }

    private static List<String> values(String line) {
        try (var parser = CSVParser.parse(line, FORMAT)) {
            var records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().toList() : refuse();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return refuse();
        }
    }

    private static List<String> refuse() {
        throw new RowRefused(new Flaw("", Flaw.MALFORMED));
    }

    /** One row by the names of its columns; an empty cell is an absent value. */
    record Row(Map<String, String> cells) {

        @Nullable
        String code() {
            return cells.get(CODE);
        }

        /** The submission; values that cannot be read are flaws under their column. */
        Submission submission(Flaws flaws) {
            return new Submission(
                    names("nameVi", "nameEn"),
                    cells.get("tier"),
                    cells.get("sector"),
                    list("audiences"),
                    cells.get("levelScheme"),
                    cells.get("levelCode"),
                    new Submission.EligibilityPart(
                            cells.get("eligibility"),
                            cells.get("reasonCode"),
                            cells.get("reasonText"),
                            cells.get("decision"),
                            day(flaws, "decisionDate")),
                    cells.get("intakePolicy"),
                    list("onlineSteps"),
                    channels(flaws),
                    List.of(),
                    cells.get("receivingUnit"),
                    cells.get("calendar"),
                    names("resultVi", "resultEn"),
                    number(flaws, "minimumIdentityLevel"),
                    list("legalBasis"),
                    day(flaws, "validFrom"),
                    day(flaws, "validTo"),
                    truth(flaws, "sample"),
                    cells.get("source"),
                    null);
        }

        private @Nullable Names names(String vi, String en) {
            var official = cells.get(vi);
            return official == null ? null : new Names(official, cells.get(en));
        }

        private List<Submission.ChannelPart> channels(Flaws flaws) {
            var limit = new Submission.LimitPart(number(flaws, "limitAmount"), cells.get("limitUnit"));
            var fee = number(flaws, "fee");
            List<Submission.FeePart> fees = fee == null || fee.signum() == 0
                    ? List.of()
                    : List.of(new Submission.FeePart(
                            "FEE", "Lệ phí", new Submission.MoneyPart(fee, "VND"), "INTAKE", null));
            var channels = new ArrayList<Submission.ChannelPart>();
            for (var channel : list("channels")) {
                channels.add(new Submission.ChannelPart(channel, limit, fees, null));
            }
            return channels;
        }

        private List<String> list(String column) {
            var cell = cells.get(column);
            return cell == null
                    ? List.of()
                    : Arrays.stream(cell.split(";"))
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .toList();
        }

        private @Nullable BigDecimal number(Flaws flaws, String column) {
            var cell = cells.get(column);
            try {
                return cell == null ? null : new BigDecimal(cell);
            } catch (NumberFormatException e) {
                flaws.add(column, "number", cell);
                return null;
            }
        }

        private @Nullable LocalDate day(Flaws flaws, String column) {
            var cell = cells.get(column);
            try {
                return cell == null ? null : LocalDate.parse(cell);
            } catch (DateTimeException e) {
                flaws.add(column, "date", cell);
                return null;
            }
        }

        private @Nullable Boolean truth(Flaws flaws, String column) {
            return switch (cells.get(column)) {
                case null -> null;
                case "true" -> true;
                case "false" -> false;
                case String other -> {
                    flaws.add(column, Flaw.UNKNOWN_VALUE, other, "true, false");
                    yield null;
                }
            };
        }
    }
}
