package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.deadlines.Wording;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.procedures.Procedures;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads the clocks of dossiers. */
@Component
class Countdowns {

    private final Procedures procedures;
    private final Clock clock;

    Countdowns(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    /** For one answer: as of one instant, and each calendar read once. */
    Function<Dossier, Countdown> now(Locale locale) {
        var now = clock.instant();
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        return dossier -> of(
                dossier,
                now,
                locale,
                () -> calendars.computeIfAbsent(
                        dossier.agency() + "/" + dossier.terms().calendar(), _ -> calendar(dossier)));
    }

    WorkingCalendar calendar(Dossier dossier) {
        return procedures.calendar(dossier.agency(), dossier.terms().calendar());
    }

    private static Countdown of(Dossier dossier, Instant now, Locale locale, Supplier<WorkingCalendar> calendar) {
        var at = dossier.milestones();
        var reckoning = dossier.reckoning();
        if (at.approvedAt() != null || at.endedAt() != null) {
            return Countdown.still(Countdown.State.ENDED);
        }
        if (reckoning == null) {
            return Countdown.still(Countdown.State.NOT_STARTED);
        }
        var pause = at.pause();
        return pause == null
                ? running(Countdown.State.RUNNING, reckoning, now, locale, calendar.get())
                : running(Countdown.State.PAUSED, reckoning, pause.from(), locale, calendar.get());
    }

    private static Countdown running(
            Countdown.State state, Reckoning reckoning, Instant at, Locale locale, WorkingCalendar calendar) {
        var distance = reckoning.distance(at, calendar);
        return new Countdown(state, distance, new Wording(locale, calendar.zone()).of(distance));
    }
}
