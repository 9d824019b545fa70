package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Apology;
import io.motcua.dossier.deadlines.Extension;
import io.motcua.dossier.deadlines.Pause;
import io.motcua.dossier.deadlines.Step;
import io.motcua.dossier.deadlines.TimeLimit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a dossier is due, and how that came about.
 *
 * @param firstDueAt before any pause
 * @param dueAt by which figures are judged; an apology leaves it
 * @param apology which names the day that the applicant was told instead
 * @param onTime once it is answered
 * @param steps from acceptance to {@code firstDueAt}
 * @param extensions one for each pause that is over
 * @param explanation the same in words
 */
record DeadlineView(
        Countdown countdown,
        TimeLimit limit,
        @Nullable Instant acceptedAt,
        @Nullable Instant firstDueAt,
        @Nullable Instant dueAt,
        @Nullable Pause pause,
        @Nullable Apology apology,
        @Nullable Boolean onTime,
        List<Step> steps,
        List<Extension> extensions,
        List<String> explanation) {}
