package io.motcua.dossier.figures;

import io.motcua.dossier.figures.Measure.Outcome;

/** The rates of one group. The formulas are those of Decision 766/QĐ-TTg, as far as this service knows what they ask for. */
public final class Rates {

    private Rates() {}

    /** Answered on time, or not answered and still in time, of all that the office had before it. */
    public static Ratio onTime(Row row) {
        return new Ratio(row.endedOnTime() + row.inTime(), row.handled());
    }

    public static Ratio receivedOnline(Row row) {
        return new Ratio(row.flow().of(Measure.RECEIVED_ONLINE), row.received());
    }

    /** Filed online and answered by an electronic result, of what was received. */
    public static Ratio onlineFiling(Row row) {
        return new Ratio(row.flow().of(Measure.ONLINE_WITH_RESULT), row.received());
    }

    /** The founding story's figure: ended dossiers that came in online for wholly online services, of all that have ended. */
    public static Ratio wholeOnline(Row row) {
        return new Ratio(row.flow().of(Measure.ENDED_WHOLLY_ONLINE), row.ended());
    }

    public static Ratio onlinePayment(Row row) {
        return new Ratio(row.flow().of(Measure.PAID_ONLINE), row.flow().of(Measure.PAYABLE));
    }

    public static Ratio electronicResult(Row row) {
        return new Ratio(row.flow().of(Measure.ELECTRONIC_RESULT), results(row));
    }

    public static Ratio digitised(Row row) {
        return new Ratio(row.flow().of(Measure.DIGITISED), results(row));
    }

    /** All less the late ones and less those that were disliked or complained of. */
    public static Ratio satisfaction(Row row) {
        var less =
                row.endedLate() + row.flow().of(Measure.DISLIKED) + row.flow().of(Measure.COMPLAINED);
        return new Ratio(Math.max(0, row.ended() - less), row.ended());
    }

    private static long results(Row row) {
        return row.flow().of(Outcome.RESULT.onTime()) + row.flow().of(Outcome.RESULT.late());
    }
}
