package io.motcua.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.local.layout.Component;
import io.motcua.local.layout.OwnPlace;
import io.motcua.local.layout.OwnPlaces;
import io.motcua.local.layout.OwnPlaces.Added;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.processes.PidFiles;
import io.motcua.local.secrets.DevSecrets;
import io.motcua.local.supervision.ChildSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTests {

    @TempDir
    Path folder;

    @Test
    void has_all_parts_by_default() {
        assertThat(plan(Map.of()).components()).containsExactly(Component.values());
    }

    @Test
    void leaves_out_what_the_environment_brings_along() {
        var environment =
                Map.of("MONGODB_URI", "mongodb://db.example", "KAFKA_BOOTSTRAP_SERVERS", "broker.example:9092");
        assertThat(plan(environment).components())
                .doesNotContain(Component.STORE, Component.KAFKA)
                .hasSize(7);
        assertThat(plan(Map.of("MONGODB_URI", " ")).components()).contains(Component.STORE);
        var told = surroundings(environment).of(Component.DOSSIER);
        assertThat(told).containsEntry("MONGODB_URI", "mongodb://db.example");
        assertThat(told).containsEntry("KAFKA_BOOTSTRAP_SERVERS", "broker.example:9092");
    }

    @Test
    void who_needs_store_and_broker_waits_for_them() {
        Map<String, ChildSpec> specs =
                plan(Map.of()).specs().stream().collect(Collectors.toMap(ChildSpec::name, Function.identity()));
        assertThat(specs.get("dossier-service").needs()).containsExactlyInAnyOrder("store", "kafka");
        assertThat(specs.get("discovery").needs()).isEmpty();
        assertThat(specs.get("kafka").ground()).isTrue();
        assertThat(specs.get("gateway").ground()).isFalse();
    }

    @Test
    void tells_services_the_shifted_addresses_and_only_the_recipient_the_private_key() {
        var told = surroundings(Map.of()).of(Component.PAYMENT);
        assertThat(told)
                .containsEntry("SERVER_PORT", "9083")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9183")
                .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MONGODB_URI", "mongodb://127.0.0.1:28017")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:10092")
                .containsEntry("EUREKA_URL", "http://127.0.0.1:9761/eureka")
                .containsEntry("MOTCUA_ISSUER", "http://localhost:9070")
                .containsEntry("MOTCUA_GATEWAY_URL", "http://localhost:9080")
                .containsEntry("MOTCUA_SMTP_PORT", "9025");
        assertThat(told.get("MOTCUA_ENVELOPE_KEYS")).endsWith("recipients.jwks");
        assertThat(surroundings(Map.of()).of(Component.NOTIFICATION).get("MOTCUA_ENVELOPE_KEYS"))
                .endsWith("notification-service.jwks");
    }

    @Test
    void tells_each_what_it_may_do_at_the_register_and_the_register_only_hashes() throws IOException {
        var surroundings = surroundings(Map.of());
        var register = surroundings.of(Component.DISCOVERY);
        var service = surroundings.of(Component.PAYMENT);
        var gateway = surroundings.of(Component.GATEWAY);
        var credentials = Files.readString(Path.of(register.get("MOTCUA_REGISTER_CREDENTIALS")));

        assertThat(credentials.lines())
                .hasSize(4)
                .allMatch(it -> it.matches("(placement pool|reader (gateway|operator|prometheus)) [0-9a-f]{64}"));
        assertThat(service).containsEntry("MOTCUA_REGISTER_NAME", "pool");
        assertThat(gateway).containsEntry("MOTCUA_REGISTER_NAME", "gateway");
        assertThat(credentials)
                .doesNotContain(service.get("MOTCUA_REGISTER_SECRET"), gateway.get("MOTCUA_REGISTER_SECRET"));
        assertThat(register).doesNotContainKey("MOTCUA_REGISTER_SECRET");
        assertThat(surroundings.of(Component.SANDBOX)).doesNotContainKey("MOTCUA_REGISTER_SECRET");
    }

    @Test
    void an_agencys_own_instance_has_its_own_ports_database_and_credential() throws IOException {
        var surroundings = surroundings(Map.of());
        var pool = surroundings.of(Component.DOSSIER);
        var own = surroundings.of(new OwnPlace("H99", 2, OwnPlace.SERVICES), Component.DOSSIER);

        assertThat(own)
                .containsEntry("SERVER_PORT", "9322")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9422")
                .containsEntry("MONGODB_DATABASE", "motcua-dossier-H99")
                .containsEntry("MOTCUA_AGENCY", "H99")
                .containsEntry("MOTCUA_REGISTER_NAME", "H99")
                .containsEntry("MOTCUA_GATEWAY_KEYS", "http://localhost:9080/oauth2/jwks");
        assertThat(own.get("MOTCUA_REGISTER_SECRET")).isNotEqualTo(pool.get("MOTCUA_REGISTER_SECRET"));
        assertThat(Files.readString(folder.resolve("keys/register-credentials")))
                .containsPattern("placement H99 [0-9a-f]{64} addresses=127.0.0.1,localhost");
    }

    @Test
    void runs_those_services_of_an_agency_that_are_its_own() {
        new OwnPlaces(new Workspace(folder).agencies())
                .note(Added.at(new OwnPlace("H99", 0, List.of(Component.DOSSIER, Component.PAYMENT))));

        assertThat(plan(Map.of()).specs())
                .extracting(ChildSpec::name)
                .hasSize(11)
                .endsWith("dossier-service-H99", "payment-service-H99");
    }

    private Plan plan(Map<String, String> environment) {
        var workspace = new Workspace(folder);
        return new Plan(workspace, new Ports(0), environment, new PidFiles(workspace.pids()));
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(new Ports(1000), environment, DevSecrets.in(folder.resolve("keys")), folder);
    }
}
