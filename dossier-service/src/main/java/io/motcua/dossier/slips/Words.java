package io.motcua.dossier.slips;

import io.motcua.dossier.deadlines.TimeLimit;
import io.motcua.dossier.deadlines.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words of official papers, which are Vietnamese whoever reads them. */
final class Words {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' yyyy", VIETNAMESE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy", VIETNAMESE);

    private Words() {}

    static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : MOMENT.format(local(at));
    }

    static @Nullable String day(@Nullable Instant at) {
        return at == null ? null : DAY.format(local(at));
    }

    /** As a sentence begins. */
    static @Nullable String sentence(@Nullable String text) {
        return text == null || text.isEmpty() ? text : capitals(text.substring(0, 1)) + text.substring(1);
    }

    static LocalDate date(Instant at) {
        return local(at).toLocalDate();
    }

    static String limit(TimeLimit limit) {
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

    static String capitals(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** A province is governed by its people's committee, a ministry by itself. */
    static String government(String agency) {
        return agency.startsWith("Tỉnh ") || agency.startsWith("Thành phố ")
                ? "Ủy ban nhân dân " + agency.substring(0, 1).toLowerCase(VIETNAMESE) + agency.substring(1)
                : agency;
    }

    /** What no page can hold; XML knows no control characters. */
    static @Nullable String printable(@Nullable String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}", "");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(WorkingCalendar.VIETNAM);
    }
}
