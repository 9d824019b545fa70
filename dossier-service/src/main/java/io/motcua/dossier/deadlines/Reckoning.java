package io.motcua.dossier.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a due date came about (Decree 61/2018, and 118/2025 after it). The clock starts at acceptance, moved to the next
 * opening; working days are counted from the day after; a last day off moves to the next working day. It is kept as it
 * was reckoned: a calendar that is changed later moves nobody's appointment.
 *
 * @param steps at least one; the last ends at the due date
 */
public record Reckoning(Instant acceptedAt, TimeLimit limit, List<Step> steps, List<Extension> extensions) {

    public Reckoning {
        steps = List.copyOf(steps);
        extensions = List.copyOf(extensions);
    }

    public static Reckoning of(Instant acceptedAt, TimeLimit limit, WorkingCalendar calendar) {
        return new Reckoning(acceptedAt, limit, new Reckoner(calendar).count(acceptedAt, limit), List.of());
    }

    /** As another system has promised it; only pauses from now on are reckoned. */
    public static Reckoning stated(Instant acceptedAt, TimeLimit limit, Instant dueAt) {
        var step = new Step(acceptedAt, dueAt, Step.Kind.STATED, 0, null);
        return new Reckoning(acceptedAt, limit, List.of(step), List.of());
    }

    public Instant dueAt() {
        return extensions.isEmpty() ? firstDueAt() : extensions.getLast().dueAt();
    }

    /** Before any pause. */
    public Instant firstDueAt() {
        return steps.getLast().to();
    }

    /** While the agency waits for the applicant the clock stands still: the due date moves by the opening time lost. */
    public Reckoning extended(Pause pause, Instant until, WorkingCalendar calendar) {
        var lost = calendar.between(pause.from(), until);
        var steps = new Reckoner(calendar).makeUp(dueAt(), lost);
        var due = steps.isEmpty() ? dueAt() : steps.getLast().to();
        var more = new ArrayList<>(extensions);
        more.add(new Extension(pause, until, lost.toMinutes(), steps, due));
        return new Reckoning(acceptedAt, limit, this.steps, more);
    }

    /** How far the due date is away, or since when it is over. */
    public Distance distance(Instant now, WorkingCalendar calendar) {
        return Distance.between(now, dueAt(), calendar);
    }

    Duration counted() {
        return Duration.ofMinutes(steps.stream().mapToLong(Step::counted).sum());
    }
}
