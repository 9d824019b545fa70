package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Two servers that copy to each other. */
class PeerTest extends RunningRegister {

    @Test
    void a_peer_copies_what_it_has_registered() {
        var own = Instance.of("H37", "dossier-service");
        assertThat(as("discovery-2", "POST", "/peerreplication/batch/", batch(own))
                        .body())
                .contains("\"statusCode\":200");
        assertThat(registered()).contains(own.id());
    }

    @Test
    void a_peer_is_told_with_the_credential_of_a_peer() {
        var own = Instance.of("H37", "dossier-service");
        as("H37", "POST", own.path(), own.json());

        Awaitility.await()
                .untilAsserted(() -> assertThat(peer).anySatisfy(it -> {
                    assertThat(it.path()).isEqualTo("/eureka/peerreplication/batch/");
                    assertThat(it.body()).contains(own.id());
                    assertThat(it.credential())
                            .isEqualTo("Basic "
                                    + HttpHeaders.encodeBasicAuth("discovery-1", "secret-of-discovery-1", null));
                }));
    }

    static String batch(Instance instance) {
        var info = instance.json();
        return """
                {"replicationList": [{"appName": "%s", "id": "%s", "lastDirtyTimestamp": 1, "status": "UP",
                  "instanceInfo": %s, "action": "Register"}]}""".formatted(
                        instance.path().substring("/apps/".length()),
                        instance.id(),
                        info.substring("{\"instance\": ".length(), info.length() - 1));
    }
}
