package io.motcua.dossier.forms;

import io.motcua.dossier.deadlines.TimeLimit;
import io.motcua.dossier.deadlines.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of official papers, which are Vietnamese whoever reads them. */
public final class Words {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' yyyy", VIETNAMESE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy", VIETNAMESE);

    private static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("dd/MM/yyyy", VIETNAMESE);

    private Words() {}

    public static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : MOMENT.format(local(at));
    }

    public static @Nullable String day(@Nullable Instant at) {
        return at == null ? null : DAY.format(local(at));
    }

    /** As in a table. */
    public static String figures(LocalDate day) {
        return FIGURES.format(day);
    }

    /** As a sentence begins. */
    public static @Nullable String sentence(@Nullable String text) {
        return text == null || text.isEmpty() ? text : capitals(text.substring(0, 1)) + text.substring(1);
    }

    public static LocalDate date(Instant at) {
        return local(at).toLocalDate();
    }

    public static String limit(TimeLimit limit) {
        if (limit.sameDay()) {
            return "trong ngày";
        }
        return switch (limit.unit()) {
            case HOUR -> limit.amount() + " giờ làm việc";
            case WORKING_DAY -> limit.amount() + " ngày làm việc";
            case DAY -> limit.amount() + " ngày";
            case MONTH -> limit.amount() + " tháng";
        };
    }

    public static String capitals(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** A province is governed by its people's committee, a ministry by itself. */
    public static String government(String agency) {
        return agency.startsWith("Tỉnh ") || agency.startsWith("Thành phố ")
                ? "Ủy ban nhân dân " + agency.substring(0, 1).toLowerCase(VIETNAMESE) + agency.substring(1)
                : agency;
    }

    /** What no page can hold; XML knows no control characters. */
    public static @Nullable String printable(@Nullable String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}", "");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(WorkingCalendar.VIETNAM);
    }
}
