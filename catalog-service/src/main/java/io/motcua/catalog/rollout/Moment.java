package io.motcua.catalog.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.motcua.catalog.imports.Flaw;
import io.motcua.catalog.imports.Flaws;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as our source says and no more.
 *
 * @param precision {@code DAY}, {@code MONTH} or {@code UNKNOWN}
 * @param date {@code 2021-06-08}, {@code 2021-05} or null
 */
public record Moment(String precision, @Nullable String date) {

    static final String DAY = "DAY";
    static final String MONTH = "MONTH";
    static final String UNKNOWN = "UNKNOWN";
    static final List<String> PRECISIONS = List.of(DAY, MONTH, UNKNOWN);

    /** The last day on which it may have happened: from then on it certainly has. */
    LocalDate latest() {
        return switch (precision) {
            case DAY -> LocalDate.parse(given());
            case MONTH -> YearMonth.parse(given()).atEndOfMonth();
            default -> LocalDate.MAX;
        };
    }

    LocalDate earliest() {
        return switch (precision) {
            case DAY -> LocalDate.parse(given());
            case MONTH -> YearMonth.parse(given()).atDay(1);
            default -> LocalDate.MIN;
        };
    }

    @JsonIgnore
    boolean isDay() {
        return precision.equals(DAY);
    }

    boolean hadPassedBy(LocalDate day) {
        return !latest().isAfter(day);
    }

    static Moment checked(Flaws flaws, String field, @Nullable Moment given) {
        if (given == null) {
            flaws.add(field, Flaw.REQUIRED);
            return new Moment(UNKNOWN, null);
        }
        flaws.word(field + "/precision", given.precision(), PRECISIONS);
        try {
            given.latest();
        } catch (DateTimeException e) {
            flaws.add(field + "/date", "moment", String.valueOf(given.date()), String.valueOf(given.precision()));
        }
        flaws.addUnless(
                !UNKNOWN.equals(given.precision()) || given.date() == null,
                field + "/date",
                "moment",
                String.valueOf(given.date()),
                UNKNOWN);
        return given;
    }

    private String given() {
        return date == null ? "" : date;
    }
}
