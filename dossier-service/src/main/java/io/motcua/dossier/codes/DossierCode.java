package io.motcua.dossier.codes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * How a code is written (Decree 61/2018 art. 26): receiving unit, date, ordinal of the day, such as
 * {@code 000.00.15.H37-210608-0001}. A day of more than 9,999 dossiers widens the ordinal.
 */
public final class DossierCode {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** Ours, and those of other systems that follow the same decree or Decision 20/2020. */
    private static final Pattern ANY = Pattern.compile("[0-9A-Z]{1,3}(\\.[0-9A-Z]{1,3}){0,3}-(\\d{6}|\\d{8})-\\d{4,7}");

    private DossierCode() {}

    public static String of(String unit, LocalDate day, long ordinal) {
        return "%s-%04d".formatted(series(unit, day), ordinal);
    }

    /** What all codes of a unit and a day begin with. */
    public static String series(String unit, LocalDate day) {
        return unit + "-" + DAY.format(day);
    }

    public static boolean isOne(String text) {
        return ANY.matcher(text).matches();
    }
}
