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
