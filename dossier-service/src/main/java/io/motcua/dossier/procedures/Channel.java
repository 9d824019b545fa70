package io.motcua.dossier.procedures;

/** The way in which a dossier comes in. */
public enum Channel {
    ONLINE(false, true),
    /** Staff file online for a citizen who cannot. */
    ONLINE_ASSISTED(true, true),
    IN_PERSON(true, false),
    /** By the public postal service (bưu chính công ích). */
    POST(true, false);

    private final boolean byStaff;
    private final boolean online;

    Channel(boolean byStaff, boolean online) {
        this.byStaff = byStaff;
        this.online = online;
    }

    /** Whether staff keep the draft, in the applicant's name. */
    public boolean byStaff() {
        return byStaff;
    }

    /** Whether a procedure that takes no dossiers at the counter takes this one. */
    public boolean online() {
        return online;
    }

    /** The catalogue's channel whose time limit and fees apply. */
    String catalogued() {
        return online ? ONLINE.name() : name();
    }
}
