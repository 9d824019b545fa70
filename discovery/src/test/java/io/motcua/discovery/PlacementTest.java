package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator of one agency can make of its credential. */
class PlacementTest extends RunningRegister {

    private final Instance pooled = Instance.of("pool", "dossier-service");
    private final Instance own = Instance.of("H37", "dossier-service");

    @Test
    void an_instance_is_listed_with_its_agency_until_it_signs_off() {
        assertThat(register("H37", own).status()).isEqualTo(204);
        assertThat(registered()).contains(own.id()).contains("\"agency\":\"H37\"");
        assertThat(as("H37", "PUT", one(own), "").status()).isEqualTo(200);
        assertThat(as("H37", "PUT", one(own) + "/status?value=OUT_OF_SERVICE", "")
                        .status())
                .isEqualTo(200);
        assertThat(as("H37", "DELETE", one(own) + "/status?value=UP", "").status())
                .isEqualTo(200);
        assertThat(as("H37", "PUT", one(own) + "/metadata?weight=1&zone=north", "")
                        .status())
                .isEqualTo(200);
        assertThat(registered()).contains("\"weight\":\"1\"");

        assertThat(as("H37", "DELETE", one(own), "").status()).isEqualTo(200);
        assertThat(registered()).doesNotContain(own.id());
    }

    @Test
    void xml_is_read_as_well() {
        assertThat(as("H37", "POST", own.path(), own.xml()).status()).isEqualTo(204);
        assertThat(registered()).contains(own.id());
        assertThat(as("H37", "POST", own.path(), own.agency("H12").xml()).status())
                .isEqualTo(403);
    }

    static Stream<Instance> forged() {
        var own = Instance.of("H37", "dossier-service");
        var pooled = Instance.of("pool", "dossier-service");
        return Stream.of(
                own.agency("H12"),
                own.agency(""),
                own.agency(" H37"),
                own.agency("h37"),
                Instance.of("H12", "dossier-service"),
                pooled,
                pooled.agency("H37"),
                own.id("dossier-service:10.12.0.7:8082"),
                own.id("H37"),
                own.id("H12:dossier-service:10.12.0.7:8082"),
                // Overridden statuses are kept by id alone, for whatever service it is.
                Instance.of("H37", "other-service").id(pooled.id()),
                own.id("H37:payment-service:10.12.0.7:8083"),
                own.virtualAddress("payment-service"),
                own.virtualAddress("dossier-service,payment-service"),
                own.lease(91),
                own.lease(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void what_belongs_to_others_is_refused_and_changes_nothing(Instance forged) {
        register("pool", pooled);
        register("H12", Instance.of("H12", "dossier-service"));
        var before = registered();

        for (var body : List.of(forged.json(), forged.xml())) {
            assertThat(as("H37", "POST", forged.path(), body).status()).as(body).isEqualTo(403);
        }
        assertThat(registered()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,''",
        "DELETE,''",
        "PUT,/status?value=DOWN",
        "PUT,/status?value=OUT_OF_SERVICE",
        "DELETE,/status?value=UP",
        "PUT,/metadata?weight=0",
    })
    void instances_of_others_are_neither_renewed_nor_changed_nor_cancelled(String method, String what) {
        var others = Instance.of("H12", "dossier-service");
        register("pool", pooled);
        register("H12", others);
        var before = registered();

        assertThat(as("H37", method, one(pooled) + what, "").status()).isEqualTo(403);
        assertThat(as("H37", method, one(others) + what, "").status()).isEqualTo(403);
        assertThat(as("pool", method, one(others) + what, "").status()).isEqualTo(403);
        assertThat(registered()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"agency=H12", "%61gency=H12", "agency=", "weight=5&agency=H12", "management.port=22"})
    void metadata_change_in_nothing_but_weight_and_zone(String change) {
        register("H37", own);
        assertThat(as("H37", "PUT", one(own) + "/metadata?" + change, "").status())
                .isEqualTo(403);
        assertThat(registered()).contains("\"agency\":\"H37\"").contains("\"weight\":\"100\"");
    }

    @Test
    void the_status_of_an_id_of_others_is_not_overridden_through_another_service() {
        register("pool", pooled);
        var other = Instance.of("H37", "other-service").id(pooled.id());
        register("H37", other);
        as("H37", "PUT", one(other) + "/status?value=OUT_OF_SERVICE", "");
        as("pool", "PUT", one(pooled), "");
        assertThat(registered()).doesNotContain("OUT_OF_SERVICE");
    }

    @Test
    void a_credential_may_be_for_certain_services_and_addresses_only() {
        var dossiers = Instance.of("H12", "dossier-service");
        assertThat(register("H12", dossiers.address("10.12.255.1")).status()).isEqualTo(204);
        assertThat(register("H12", dossiers.address("dossiers.h12.example")).status())
                .isEqualTo(204);

        assertThat(register("H12", Instance.of("H12", "payment-service")).status())
                .isEqualTo(403);
        for (var elsewhere :
                List.of("10.37.0.5", "127.0.0.1", "169.254.169.254", "localhost", "h12.example.org", "::1")) {
            assertThat(register("H12", dossiers.address(elsewhere)).status())
                    .as(elsewhere)
                    .isEqualTo(403);
        }
        assertThat(registered()).contains("dossiers.h12.example").doesNotContain("PAYMENT-SERVICE");
    }

    @Test
    void a_host_may_not_hide_behind_an_allowed_number() {
        var own = Instance.of("H12", "dossier-service").json();
        for (var hidden : List.of(
                own.replace("\"hostName\": \"10.12.0.7\"", "\"hostName\": \"mongo\""),
                own.replace("\"ipAddr\": \"10.12.0.7\"", "\"ipAddr\": \"10.37.0.1\""),
                own.replace("\"weight\"", "\"management.address\": \"10.37.0.1\", \"weight\""))) {
            assertThat(hidden).isNotEqualTo(own);
            assertThat(as("H12", "POST", "/apps/DOSSIER-SERVICE", hidden).status())
                    .as(hidden)
                    .isEqualTo(403);
        }
        var there = own.replace("\"weight\"", "\"management.address\": \"10.12.1.7\", \"weight\"");
        assertThat(as("H12", "POST", "/apps/DOSSIER-SERVICE", there).status()).isEqualTo(204);
    }

    @Test
    void a_placement_has_an_upper_number_of_instances() {
        for (int n = 0; n < 3; n++) {
            assertThat(register("H37", own.id("H37:dossier-service:" + n)).status())
                    .isEqualTo(204);
        }
        assertThat(register("H37", own.id("H37:dossier-service:3")).status()).isEqualTo(403);
        assertThat(register("H37", own.id("H37:dossier-service:0")).status()).isEqualTo(204);
        assertThat(register("pool", pooled).status()).isEqualTo(204);
    }

    @Test
    void a_registration_is_not_larger_than_any_real_one() {
        var large = own.json().replace("\"weight\"", "\"" + "x".repeat(40_000) + "\": \"1\", \"weight\"");
        assertThat(as("H37", "POST", own.path(), large).status()).isEqualTo(413);
        assertThat(registered()).doesNotContain(own.id());
    }

    @Test
    void it_neither_reads_the_others_nor_says_that_it_is_a_peer() {
        register("pool", pooled);
        for (var path :
                List.of("/apps", "/apps/", "/apps/delta", one(pooled), "/instances/" + pooled.id(), "/status")) {
            assertThat(as("H37", "GET", path, "").status()).as(path).isEqualTo(403);
        }
        assertThat(as("H37", "POST", own.path(), own.json(), "x-netflix-discovery-replication", "true")
                        .status())
                .isEqualTo(403);
        var batch = PeerTest.batch(own.agency("H12"));
        assertThat(as("H37", "POST", "/peerreplication/batch/", batch).status()).isEqualTo(403);
        assertThat(as("H37", "PUT", "/asg/pool/status?value=DISABLED", "").status())
                .isEqualTo(403);
        assertThat(registered()).doesNotContain(own.id());
    }

    private Answer register(String name, Instance instance) {
        return as(name, "POST", instance.path(), instance.json());
    }

    private static String one(Instance instance) {
        return instance.path() + "/" + instance.id();
    }
}
