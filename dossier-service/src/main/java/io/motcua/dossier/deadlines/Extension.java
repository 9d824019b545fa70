package io.motcua.dossier.deadlines;

import java.time.Instant;
import java.util.List;

/**
 * What a pause that is over made of a due date.
 *
 * @param lostMinutes of opening time during the pause
 * @param steps in which they are made up for, from the due date before
 */
public record Extension(Pause pause, Instant until, long lostMinutes, List<Step> steps, Instant dueAt) {

    public Extension {
        steps = List.copyOf(steps);
    }
}
