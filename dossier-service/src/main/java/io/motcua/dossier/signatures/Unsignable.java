package io.motcua.dossier.signatures;

/** The document cannot carry a signature. */
public final class Unsignable extends Exception {

    private static final long serialVersionUID = 1L;

    /** Stable names, for clients. */
    public enum Why {
        NOT_PDF,
        ENCRYPTED,
        CERTIFIED,
        UNREADABLE
    }

    private final Why why;

    Unsignable(Why why) {
        super(why.name());
        this.why = why;
    }

    Unsignable(Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
