package io.motcua.dossier.casework;

/** How much of a dossier's personal data somebody sees. */
public enum Insight {
    FULL,
    /** Enough to tell people apart, and no more. */
    MASKED
}
