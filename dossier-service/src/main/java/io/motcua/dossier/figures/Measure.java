package io.motcua.dossier.figures;

/** What is counted. The names are stored: one that is no longer counted stays, so that what was written can be read. */
public enum Measure {
    RECEIVED,
    RECEIVED_ONLINE,
    ACCEPTED,
    RESULT_ON_TIME,
    RESULT_LATE,
    REFUSED_ON_TIME,
    REFUSED_LATE,
    STOPPED_ON_TIME,
    STOPPED_LATE,
    WITHDRAWN_ON_TIME,
    WITHDRAWN_LATE,
    /** On the day after whose instant it was late; ahead of time while it is open, taken back if it is answered on time. */
    BECAME_LATE,
    /** Of what was received: filed online, and answered by an electronic result. */
    ONLINE_WITH_RESULT,
    /** Of what was received: something was to be paid. */
    PAYABLE,
    /** Of what was received: all that was to be paid is paid, through payment-service. */
    PAID_ONLINE,
    /** Of what has ended: it came in online, for a service that is wholly online. */
    ENDED_WHOLLY_ONLINE,
    /** Of what was answered: the result is a file. */
    ELECTRONIC_RESULT,
    /** Of what was answered: the result and all papers that were demanded are files. */
    DIGITISED,
    /** Ended after acceptance, so that the time of handling is known. */
    HANDLED,
    HANDLING_SECONDS,
    /** Of what has ended. */
    RATED,
    STARS,
    /** Of what has ended: one star or two. */
    DISLIKED,
    /** On the day on which somebody complained about a dossier of his. */
    COMPLAINED,
    /** The same, about no dossier: it says nothing of one. */
    COMPLAINED_GENERALLY;

    /** What ends a dossier. */
    public enum Outcome {
        RESULT(RESULT_ON_TIME, RESULT_LATE),
        REFUSED(REFUSED_ON_TIME, REFUSED_LATE),
        STOPPED(STOPPED_ON_TIME, STOPPED_LATE),
        WITHDRAWN(WITHDRAWN_ON_TIME, WITHDRAWN_LATE);

        private final Measure onTime;
        private final Measure late;

        Outcome(Measure onTime, Measure late) {
            this.onTime = onTime;
            this.late = late;
        }

        public Measure onTime() {
            return onTime;
        }

        public Measure late() {
            return late;
        }
    }
}
