package io.motcua.dossier.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Where something is counted: in a day, a month or a year, and for whom. {@code *} stands for all, so that the figures of a
 * whole agency are read without those of its two thousand services.
 */
public record Cell(String bucket, String unit, String sector, String service) {

    static final String ALL = "*";

    /** Which of the sums is meant. */
    public enum Scope {
        AGENCY,
        UNIT,
        SERVICE,
        UNIT_SERVICE
    }

    public Scope scope() {
        if (unit.equals(ALL)) {
            return service.equals(ALL) ? Scope.AGENCY : Scope.SERVICE;
        }
        return service.equals(ALL) ? Scope.UNIT : Scope.UNIT_SERVICE;
    }

    public String id() {
        return String.join("|", bucket, unit, sector, service);
    }

    boolean ofDay() {
        return bucket.length() == 10;
    }

    /** All in which something of the entry is counted that happened on the day. */
    static List<Cell> of(Entry entry, LocalDate day) {
        return List.of(day.toString(), month(day), year(day)).stream()
                .<Cell>mapMulti((bucket, cells) -> {
                    cells.accept(new Cell(bucket, ALL, ALL, ALL));
                    cells.accept(new Cell(bucket, entry.unit(), ALL, ALL));
                    cells.accept(new Cell(bucket, ALL, entry.sector(), entry.service()));
                    cells.accept(new Cell(bucket, entry.unit(), entry.sector(), entry.service()));
                })
                .toList();
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    static String year(LocalDate day) {
        return String.format(Locale.ROOT, "%04d", day.getYear());
    }
}
