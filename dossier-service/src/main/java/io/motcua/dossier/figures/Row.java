package io.motcua.dossier.figures;

import io.motcua.dossier.figures.Measure.Outcome;
import java.util.stream.Stream;

/**
 * The figures of one group. What was carried over and what was received is what has ended and what is in progress.
 *
 * @param flow what happened in the period
 * @param carriedOver received before it, and not ended then
 * @param inProgress received by its end, and not ended then
 * @param overdue of those in progress
 */
public record Row(String key, Tally flow, long carriedOver, long inProgress, long overdue) {

    /**
     * @param before all that happened before the period
     * @param until all that happened until its end
     * @param becameLate how many had become late by its end, whether they have ended since or not
     */
    static Row of(String key, Tally before, Tally until, long becameLate) {
        return new Row(key, until.minus(before), open(before), open(until), becameLate - ended(until, false));
    }

    public long received() {
        return flow.of(Measure.RECEIVED);
    }

    public long ended() {
        return ended(flow, true) + ended(flow, false);
    }

    public long endedOnTime() {
        return ended(flow, true);
    }

    public long endedLate() {
        return ended(flow, false);
    }

    /** All that the office had before it. */
    public long handled() {
        return carriedOver + received();
    }

    public long inTime() {
        return inProgress - overdue;
    }

    boolean isNothing() {
        return flow.isNothing() && carriedOver == 0 && inProgress == 0;
    }

    private static long open(Tally tally) {
        return tally.of(Measure.RECEIVED) - ended(tally, true) - ended(tally, false);
    }

    private static long ended(Tally tally, boolean onTime) {
        return tally.of(Stream.of(Outcome.values())
                .map(it -> onTime ? it.onTime() : it.late())
                .toList());
    }
}
