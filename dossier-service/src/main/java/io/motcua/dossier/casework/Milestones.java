package io.motcua.dossier.casework;

import io.motcua.dossier.deadlines.Pause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to a dossier; the instants that figures are computed from.
 *
 * @param dueAt the appointment, moved by pauses only; an apology leaves it, so that late stays late
 * @param pause why and since when the clock stands still
 * @param endedAt when it was refused or stopped
 * @param repeatedCallAt when papers were asked for the second time, which counts as late from then on
 * @param stoodStillAt since when the clock stood still when it ended: the time of waiting is not the agency's
 */
public record Milestones(
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dueAt,
        @Nullable Pause pause,
        @Nullable Instant withdrawalAskedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant endedAt,
        @Nullable Instant repeatedCallAt,
        @Nullable Instant stoodStillAt) {

    static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null, null, null);

    /** When it came to its end: given back, refused or stopped. */
    @Nullable
    Instant finishedAt() {
        return returnedAt == null ? endedAt : returnedAt;
    }

    Milestones submitted(Instant at) {
        return new Milestones(
                at,
                acceptedAt,
                dueAt,
                pause,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones accepted(Instant at, Instant due) {
        return new Milestones(
                submittedAt,
                at,
                due,
                pause,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones paused(Pause at) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                at,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones resumed(Instant due) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                due,
                null,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones calledAgain(Instant at) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                pause,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                endedAt,
                at,
                stoodStillAt);
    }

    Milestones withdrawalAsked(@Nullable Instant at) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                pause,
                at,
                approvedAt,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones approved(Instant at) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                pause,
                withdrawalAskedAt,
                at,
                returnedAt,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones returned(Instant at) {
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                pause,
                withdrawalAskedAt,
                approvedAt,
                at,
                endedAt,
                repeatedCallAt,
                stoodStillAt);
    }

    Milestones ended(Instant at) {
        var since = pause == null ? null : pause.from();
        return new Milestones(
                submittedAt,
                acceptedAt,
                dueAt,
                null,
                withdrawalAskedAt,
                approvedAt,
                returnedAt,
                at,
                repeatedCallAt,
                since);
    }
}
