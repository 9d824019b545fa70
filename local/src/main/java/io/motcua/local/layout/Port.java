package io.motcua.local.layout;

/** Every port that the platform opens on one machine, before the offset. */
public enum Port {
    GATEWAY(8080),
    CATALOG(8081),
    DOSSIER(8082),
    PAYMENT(8083),
    NOTIFICATION(8084),
    SANDBOX(8070),
    SMTP(8025),
    DISCOVERY(8761),
    // A hundred above its own: offsets are thousands, so that platforms side by side do not meet.
    GATEWAY_OPERATORS(8180),
    CATALOG_OPERATORS(8181),
    DOSSIER_OPERATORS(8182),
    PAYMENT_OPERATORS(8183),
    NOTIFICATION_OPERATORS(8184),
    SANDBOX_OPERATORS(8170),
    DISCOVERY_OPERATORS(8861),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    STORE(27017);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }
}
