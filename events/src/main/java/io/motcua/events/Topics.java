package io.motcua.events;

/** The Kafka topics of the platform. Each is written by one service and read by any. */
public final class Topics {

    /** Compacted: every record is the whole current state of its key. */
    public static final String CATALOG = "motcua.catalog";

    public static final String DOSSIERS = "motcua.dossiers";
    public static final String PAYMENTS = "motcua.payments";
    public static final String NOTIFICATIONS = "motcua.notifications";

    private Topics() {}
}
