package io.motcua.dossier.casework;

/** What the clock alone brings about. */
public enum Alarm {
    DUE_SOON,
    /** Late is likely: an apology is prepared while it can still be given in time. */
    APOLOGY,
    OVERDUE,
    /** A draft that nobody touches: its applicant is told. */
    DRAFT_FORGOTTEN,
    DRAFT_EXPIRED,
    /** The applicant has not brought in time what he was asked for. */
    SUPPLEMENT_EXPIRED
}
