package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.netflix.discovery.EurekaClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Eureka clients that know nothing of motcua: their credential stands in the address, which is how Eureka does it. */
@ExtendWith(OutputCaptureExtension.class)
class ClientTest extends RunningRegister {

    @Test
    void a_client_registers_renews_and_leaves_with_a_credential_for_its_placement(CapturedOutput output) {
        try (var client = client("H37", "H37:dossier-service:1", "H37")) {
            await().untilAsserted(() -> assertThat(registered()).contains("H37:dossier-service:1"));

            // Forgotten as by a restart of the register, it comes again with its next heartbeat.
            as("discovery-2", "DELETE", "/apps/DOSSIER-SERVICE/H37:dossier-service:1", "");
            await().untilAsserted(() -> assertThat(registered()).contains("H37:dossier-service:1"));
        }
        assertThat(registered()).doesNotContain("H37:dossier-service:1");
        assertThat(output).doesNotContain("secret-of");
    }

    @Test
    void a_client_with_a_credential_for_another_placement_is_not_registered(CapturedOutput output) {
        try (var _ = client("H37", "H37:dossier-service:2", "H12")) {
            await().untilAsserted(() -> assertThat(output)
                    .contains("Refused a registration by placement H37: the credential is for another agency"));
            assertThat(registered()).doesNotContain("H37:dossier-service:2");
        }
    }

    @Test
    void a_gateway_reads_with_a_reader_s_credential() {
        var own = Instance.of("H37", "dossier-service");
        as("H37", "POST", own.path(), own.json());
        try (var client = client("gateway", "", "")) {
            await().untilAsserted(() -> assertThat(
                            client.getBean(EurekaClient.class).getInstancesByVipAddress("dossier-service", false))
                    .singleElement()
                    .satisfies(it -> assertThat(it.getId()).isEqualTo(own.id())));
        }
    }

    @EnableAutoConfiguration
    static class Client {}

    private ConfigurableApplicationContext client(String name, String id, String agency) {
        return new SpringApplicationBuilder(Client.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=none")
                .run(
                        "--spring.application.name=dossier-service",
                        "--eureka.client.service-url.defaultZone=http://%1$s:secret-of-%1$s@127.0.0.1:%2$d/eureka"
                                .formatted(name, port),
                        "--eureka.client.jersey.enabled=false",
                        "--eureka.client.register-with-eureka=" + !id.isEmpty(),
                        "--eureka.client.fetch-registry=" + id.isEmpty(),
                        "--eureka.client.registry-fetch-interval-seconds=1",
                        "--eureka.client.initial-instance-info-replication-interval-seconds=0",
                        "--eureka.instance.lease-renewal-interval-in-seconds=1",
                        "--eureka.instance.instance-id=" + id,
                        "--eureka.instance.non-secure-port=8082",
                        "--eureka.instance.metadata-map.agency=" + agency);
    }
}
