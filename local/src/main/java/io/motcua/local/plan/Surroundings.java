package io.motcua.local.plan;

import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.secrets.DevSecrets;
import io.motcua.local.secrets.RegisterSecrets.Kind;
import io.motcua.local.signin.SignIns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables by which every service learns where it is; the same names as in {@code docker-compose.yml}. */
record Surroundings(Ports ports, Map<String, String> own, DevSecrets secrets, Path data) {

    static final String STORE = "MONGODB_URI";
    static final String BROKER = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String NAME = "MOTCUA_REGISTER_NAME";
    private static final String SECRET = "MOTCUA_REGISTER_SECRET";
    private static final String POOL = "pool";
    private static final String GATEWAY = "gateway";
    private static final String OPERATOR = "operator";
    private static final String PROMETHEUS = "prometheus";
    private static final String THIS_MACHINE = "addresses=127.0.0.1,localhost";

    Map<String, String> of(Component component) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("SERVER_PORT", String.valueOf(ports.of(component.port())));
        variables.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports.of(component.operatorsPort())));
        variables.put(STORE, own.getOrDefault(STORE, "mongodb://127.0.0.1:" + ports.of(Port.STORE)));
        variables.put(BROKER, own.getOrDefault(BROKER, "127.0.0.1:" + ports.of(Port.KAFKA)));
        variables.put("EUREKA_URL", "http://127.0.0.1:%d/eureka".formatted(ports.of(Port.DISCOVERY)));
        variables.put("MOTCUA_ISSUER", ports.address(Port.SANDBOX).toString());
        variables.put("MOTCUA_SANDBOX_URL", ports.address(Port.SANDBOX).toString());
        variables.put("MOTCUA_DRAINING_PAUSE", "0s"); // there is no other instance to turn to
        variables.put("MOTCUA_GATEWAY_URL", ports.address(Port.GATEWAY).toString());
        variables.put("MOTCUA_SANDBOX_DATA", data.resolve("sandbox").toString());
        variables.put("SPRING_PROFILES_ACTIVE", "development");
        variables.put("MOTCUA_SMTP_HOST", "127.0.0.1");
        variables.put("MOTCUA_SMTP_PORT", String.valueOf(ports.of(Port.SMTP)));
        variables.put("MOTCUA_PERSON_SECRET", secrets.personSecret());
        variables.put(
                "MOTCUA_ENVELOPE_KEYS",
                secrets.envelopeKeysFor(component.label()).toString());
        if (component == Component.DOSSIER) {
            variables.put("MOTCUA_ANCHOR_KEYS", secrets.anchorKeys().toString());
            variables.put("MOTCUA_DATA_KEYS", secrets.dataKeys().toString());
            variables.put(
                    "MOTCUA_SIGNING_KEYS",
                    secrets.signingKeys(SignIns.SAMPLE_AGENCY).toString());
        }
        variables.putAll(register(component));
        variables.put("MALLOC_ARENA_MAX", "2"); // the C library's arenas would cost each JVM some tens of MiB
        return variables;
    }

    /** Each is told only what it may do at the register, and the register who may do what. */
    private Map<String, String> register(Component component) {
        var register = secrets.register();
        return switch (component) {
            case STORE, KAFKA, SANDBOX -> Map.of();
            case DISCOVERY -> {
                register.secret(Kind.READER, OPERATOR);
                register.secret(Kind.READER, GATEWAY);
                register.secret(Kind.READER, PROMETHEUS);
                register.secret(Kind.PLACEMENT, POOL);
                yield Map.of(
                        "MOTCUA_REGISTER_CREDENTIALS", register.credentials().toString());
            }
            case GATEWAY -> Map.of(NAME, GATEWAY, SECRET, register.secret(Kind.READER, GATEWAY));
            case CATALOG, DOSSIER, PAYMENT, NOTIFICATION ->
                Map.of(NAME, POOL, SECRET, register.secret(Kind.PLACEMENT, POOL));
        };
    }

    /**
     * Those of an agency's own instance: its ports, its database, a credential for the register that is for this agency and
     * this machine only, and the gateway's keys in the place of the issuer's.
     */
    Map<String, String> of(OwnPlace place, Component component) {
        var variables = new LinkedHashMap<>(of(component));
        variables.put("SERVER_PORT", String.valueOf(place.port(component, ports)));
        variables.put("MANAGEMENT_SERVER_PORT", String.valueOf(place.operatorsPort(component, ports)));
        variables.put("MONGODB_DATABASE", place.database(component));
        variables.put("MOTCUA_AGENCY", place.agency());
        if (component == Component.DOSSIER) {
            variables.put(
                    "MOTCUA_SIGNING_KEYS", secrets.signingKeys(place.agency()).toString());
        }
        variables.put(NAME, place.agency());
        variables.put(SECRET, secrets.register().secret(Kind.PLACEMENT, place.agency(), THIS_MACHINE));
        variables.put(
                "MOTCUA_GATEWAY_KEYS",
                ports.address(Port.GATEWAY).resolve("/oauth2/jwks").toString());
        return variables;
    }

    /** The store or the broker comes from elsewhere. */
    boolean replaces(Component component) {
        return switch (component) {
            case STORE -> given(STORE);
            case KAFKA -> given(BROKER);
            case DISCOVERY, SANDBOX, CATALOG, DOSSIER, PAYMENT, NOTIFICATION, GATEWAY -> false;
        };
    }

    private boolean given(String variable) {
        return !own.getOrDefault(variable, "").isBlank();
    }
}
