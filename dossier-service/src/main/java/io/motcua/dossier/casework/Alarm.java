package io.motcua.dossier.casework;

/** What the clock alone brings about. */
public enum Alarm {
    DUE_SOON,
    /** Late is likely: an apology is prepared while it can still be given in time. */
    APOLOGY,
    OVERDUE,
    /** The applicant has not brought in time what he was asked for. */
    SUPPLEMENT_EXPIRED
}
