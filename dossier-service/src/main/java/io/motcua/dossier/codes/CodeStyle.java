package io.motcua.dossier.codes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an agency writes its codes: receiving unit, date, ordinal of the day (Decree 61/2018 art. 26). What does not fit the
 * ordinal's width widens it.
 */
public enum CodeStyle {
    /** {@code 000.00.15.H37-210608-0001}: team, sub-unit, department, agency. */
    UNIT_FIRST("yyMMdd", 4) {
        @Override
        String place(List<String> parts) {
            return String.join(".", parts);
        }
    },
    /** {@code H37.15-250708-0001}, as under Decision 20/2020: the agency first, and nothing that is only zeros behind. */
    AGENCY_FIRST("yyMMdd", 4) {
        @Override
        String place(List<String> parts) {
            return fromAbove(parts);
        }
    },
    /** {@code G09.20-20260609-0092637}, as the national portal writes them in 2026. */
    NATIONAL("yyyyMMdd", 7) {
        @Override
        String place(List<String> parts) {
            return fromAbove(parts);
        }
    };

    private final DateTimeFormatter date;
    private final int width;

    CodeStyle(String date, int width) {
        this.date = DateTimeFormatter.ofPattern(date);
        this.width = width;
    }

    public String code(String unit, LocalDate day, long ordinal) {
        return series(unit, day) + "-" + ("%0" + width + "d").formatted(ordinal);
    }

    /**
     * What all codes of a unit and a day begin with. It names the counter, so units that one style writes alike count
     * together, and two numbers of one counter never make one code.
     */
    public String series(String unit, LocalDate day) {
        return place(Arrays.asList(unit.split("\\."))) + "-" + date.format(day);
    }

    abstract String place(List<String> parts);

    private static String fromAbove(List<String> parts) {
        var significant = new ArrayList<>(parts.reversed());
        while (significant.size() > 1 && significant.getLast().matches("0+")) {
            significant.removeLast();
        }
        return String.join(".", significant);
    }
}
