package io.motcua.dossier.registers;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.codes.DossierCodes;
import io.motcua.dossier.codes.DossierCodes.Series;
import io.motcua.dossier.forms.Words;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.Names;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Draws up registers from the counters of codes, so that every number that was ever given stands in one, with its dossier
 * or with the reason why there is none. All is found by the stores' own keys.
 */
@Service
public class Registers {

    /** A longer one is asked for in parts. */
    public static final int MOST_LINES = 20_000;

    private static final int AT_ONCE = 500;

    private final DossierCodes codes;
    private final Dossiers dossiers;
    private final Procedures procedures;

    Registers(DossierCodes codes, Dossiers dossiers, Procedures procedures) {
        this.codes = codes;
        this.dossiers = dossiers;
        this.procedures = procedures;
    }

    /** @throws Problem 422 if there is no such unit or the register would be too long */
    public Register of(String agency, String unit, LocalDate from, LocalDate to) {
        procedures.requireAgency(agency);
        procedures.requireUnit(agency, unit);
        var series = codes.series(unit, from, to);
        var all = series.stream().mapToLong(Series::last).sum();
        if (all > MOST_LINES) {
            throw new Problem(DossierProblem.REGISTER_TOO_LONG, all, MOST_LINES);
        }
        var units = new HashMap<String, String>();
        Function<String, String> unitName = it -> units.computeIfAbsent(
                it, code -> procedures.unit(agency, code).map(Names::vi).orElse(code));
        var lines = new ArrayList<Register.Line>();
        series.forEach(it -> lines.addAll(lines(agency, it, lines.size(), unitName)));
        return new Register(
                agency,
                Words.government(procedures.agency(agency).map(Names::vi).orElse(agency)),
                unit,
                unitName.apply(unit),
                from,
                to,
                lines);
    }

    private List<Register.Line> lines(String agency, Series series, int before, Function<String, String> unitName) {
        var lines = new ArrayList<Register.Line>();
        for (long first = 1; first <= series.last(); first += AT_ONCE) {
            var numbers = LongStream.rangeClosed(first, Math.min(series.last(), first + AT_ONCE - 1))
                    .boxed()
                    .toList();
            var claims = codes.find(numbers.stream().map(series::code).toList());
            var found = dossiers
                    .all(
                            agency,
                            Stream.concat(
                                            claims.values().stream().map(DossierCodes.Claim::dossier),
                                            series.pending().values().stream())
                                    .distinct()
                                    .toList())
                    .stream()
                    .collect(Collectors.toMap(Snapshot::id, Snapshot::state));
            for (var number : numbers) {
                lines.add(line(before + lines.size() + 1, series, number, claims, found, unitName));
            }
        }
        return lines;
    }

    private Register.Line line(
            int place,
            Series series,
            long number,
            Map<String, DossierCodes.Claim> claims,
            Map<String, Dossier> found,
            Function<String, String> unitName) {
        var code = series.code(number);
        var claim = claims.get(code);
        var dossier = claim == null ? null : found.get(claim.dossier());
        if (dossier == null || !code.equals(dossier.code())) {
            return Register.Line.gap(
                    place, code, why(code, claim, series.pending().get(number)));
        }
        if (!dossier.terms().unit().equals(series.unit())) {
            return Register.Line.gap(
                    place, code, "Hồ sơ của " + unitName.apply(dossier.terms().unit()));
        }
        return Lines.of(place, dossier, unitName);
    }

    /** A gap comes from a crash or from two instances at midnight, and the counter remembers for whom the number was. */
    private String why(String code, DossierCodes.@Nullable Claim claim, @Nullable String pending) {
        if (claim != null) {
            return "Đã cấp mã, hồ sơ chưa nộp xong";
        }
        var other = pending == null ? null : codes.codesOf(List.of(pending)).get(pending);
        if (other == null) {
            return "Bỏ số: hệ thống gián đoạn trong lúc cấp mã";
        }
        return other.equals(code)
                ? "Đã cấp mã, hồ sơ chưa nộp xong"
                : "Bỏ số: hồ sơ mang mã " + other + " cấp cùng lúc";
    }
}
