package io.motcua.dossier.transfer;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** A file of CSV (RFC 4180, UTF-8) with a header. A row is a line: an open quotation mark spoils one row and not all. */
record Table(List<Row> rows) {

    static final int MOST_ROWS = 20_000;

    static final List<String> REQUIRED =
            List.of("number", "code", "service", "status", "submittedAt", "name", "personalId");

    private static final Set<String> COLUMNS = Set.of(
            "number",
            "code",
            "service",
            "status",
            "channel",
            "language",
            "submittedAt",
            "acceptedAt",
            "dueAt",
            "unit",
            "name",
            "personalId",
            "taxCode",
            "email",
            "phone",
            "address");

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).get();

    Table {
        rows = List.copyOf(rows);
    }

    /** @param cells by column; none if the line is not a row of this table */
    record Row(long line, @Nullable Map<String, String> cells) {}

    /** @throws Problem if the bytes are no UTF-8, the header is not ours, or there are too many rows */
    static Table of(byte[] file) {
        var lines = decoded(file).split("\r?\n", -1);
        var header = header(lines[0]);
        var rows = new ArrayList<Row>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                rows.add(new Row(i + 1L, cells(header, values(lines[i]))));
            }
        }
        if (rows.size() > MOST_ROWS) {
            throw new Problem(DossierProblem.TRANSFER_UNREADABLE).at("", "row-many", MOST_ROWS);
        }
        return new Table(rows);
    }

    private static List<String> header(String line) {
        var header = values(line);
        var problem = new Problem(DossierProblem.TRANSFER_UNREADABLE);
        if (header == null || Set.copyOf(header).size() < header.size()) {
            throw problem.at("", "row-malformed");
        }
        var unknown = header.stream().filter(it -> !COLUMNS.contains(it)).toList();
        var missing = REQUIRED.stream().filter(it -> !header.contains(it)).toList();
        unknown.forEach(it -> problem.at("/" + it, "row-column-unknown"));
        missing.forEach(it -> problem.at("/" + it, "row-required"));
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw problem;
        }
        return header;
    }

    private static @Nullable Map<String, String> cells(List<String> header, @Nullable List<String> values) {
        if (values == null || values.size() != header.size()) {
            return null;
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            if (!values.get(i).isEmpty()) {
                cells.put(header.get(i), values.get(i));
            }
        }
        return cells;
    }

    private static @Nullable List<String> values(String line) {
        try (var parser = CSVParser.parse(line, FORMAT)) {
            var records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().toList() : null;
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            return null;
        }
    }

    private static String decoded(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Problem(DossierProblem.TRANSFER_UNREADABLE).at("", "row-not-utf-8");
        }
    }
}
