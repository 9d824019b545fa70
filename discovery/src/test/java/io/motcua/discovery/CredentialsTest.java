package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class CredentialsTest extends RunningRegister {

    private final Instance instance = Instance.of("H99", "dossier-service");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H37:",
                "H37:secret-of-pool",
                "H37:secret-of-H37 ",
                "h37:secret-of-H37",
                "nobody:secret-of-nobody",
                ":"
            })
    void nobody_gets_in_without_one(String credential) {
        var own = Instance.of("H37", "dossier-service");
        for (var path : List.of("/eureka/apps", "/eureka/apps/delta", "/eureka/status", "/", "/eureka/lastn")) {
            assertThat(send(credential, "GET", path, "").status()).as(path).isEqualTo(401);
        }
        assertThat(send(credential, "POST", "/eureka" + own.path(), own.json()).status())
                .isEqualTo(401);
        assertThat(registered()).doesNotContain(own.id());
    }

    @Test
    void a_reader_only_reads() {
        var own = Instance.of("H37", "dossier-service");
        as("H37", "POST", own.path(), own.json());
        for (var path : List.of(
                "/apps",
                "/apps/",
                "/apps/delta",
                own.path(),
                own.path() + "/" + own.id(),
                "/instances/" + own.id(),
                "/vips/dossier-service")) {
            assertThat(as("gateway", "GET", path, "").status()).as(path).isEqualTo(200);
        }
        var before = registered();
        assertThat(as("gateway", "POST", own.path(), own.json()).status()).isEqualTo(403);
        for (var path : List.of("", "/status?value=DOWN", "/metadata?weight=0")) {
            assertThat(as("gateway", "PUT", own.path() + "/" + own.id() + path, "")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as("gateway", "DELETE", own.path() + "/" + own.id(), "").status())
                .isEqualTo(403);
        assertThat(registered()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eureka/apps;x/delta",
                "//eureka/apps",
                "/eureka/../eureka/apps",
                "/eureka/apps/%2e%2e/apps",
                "/eureka//apps",
                "/eureka/apps/A%2FB",
                "/eureka/v2/apps",
                "/other"
            })
    void tricks_with_the_path_open_nothing(String path) {
        assertThat(send("gateway:secret-of-gateway", "GET", path, "").status()).isBetween(400, 403);
        assertThat(send("", "GET", path, "").status()).isBetween(400, 401);
    }

    @Test
    void one_is_added_replaced_and_revoked_while_the_register_runs() throws Exception {
        assertThat(as("H99", "POST", instance.path(), instance.json()).status()).isEqualTo(401);
        add("placement H99 " + hash("secret-of-H99"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(as("H99", "POST", instance.path(), instance.json())
                                .status())
                        .isEqualTo(204));

        add("placement H99 " + hash("a new secret"));
        var renewal = "/eureka" + instance.path() + "/" + instance.id();
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                send("H99:a new secret", "PUT", renewal, "").status())
                        .isEqualTo(200));
        assertThat(send("H99:secret-of-H99", "PUT", renewal, "").status()).isEqualTo(200);

        Files.writeString(CREDENTIALS, Files.readString(CREDENTIALS).replaceAll("placement H99.*\n", ""));
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                send("H99:a new secret", "PUT", renewal, "").status())
                        .isEqualTo(401));
        assertThat(as("gateway", "GET", "/apps", "").status()).isEqualTo(200);
    }

    @Test
    void a_line_that_nobody_understands_grants_nothing_and_holds_up_nothing(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("credentials"), """
                placement H37 %1$s

                  # a remark
                placement H38
                placement H39 plain
                placement H:40 %1$s
                reader x %1$s services=a
                operator x %1$s
                placement H41 %1$s adresses=10.0.0.0/8
                placement H42 %1$s addresses=10.0.0.0/99
                placement H43 %1$s addresses=-
                placement H44 %1$s""".formatted(hash("s")));
        var credentials = new Credentials(file, Duration.ZERO, false);
        assertThat(credentials.find("H37", "s")).isPresent();
        assertThat(credentials.find("H44", "s")).isPresent();
        for (var name : List.of("H38", "H39", "H:40", "x", "H41", "H42", "H43")) {
            assertThat(credentials.find(name, "s")).as(name).isEmpty();
        }
        assertThat(credentials.find("H39", "plain")).isEmpty();

        Files.delete(file);
        assertThat(credentials.find("H37", "s")).as("those of before go on").isPresent();
    }

    @Test
    void a_secret_that_everybody_can_read_opens_the_register_for_development_only(@TempDir Path folder)
            throws Exception {
        var secret = "register-secret-of-the-pool-for-development-only";
        var file = Files.writeString(folder.resolve("credentials"), "placement pool " + hash(secret));
        assertThat(new Credentials(file, Duration.ZERO, false).find("pool", secret))
                .isEmpty();
        assertThat(new Credentials(file, Duration.ZERO, true).find("pool", secret))
                .isPresent();

        var settings =
                new RegisterSettings(file.toString(), Duration.ZERO, 1, Duration.ofSeconds(90), "discovery", secret);
        assertThatThrownBy(() -> settings.credentials(new MockEnvironment()))
                .hasMessageContaining("everybody can read")
                .hasMessageNotContaining("of-the-pool");
        var development = new MockEnvironment();
        development.setActiveProfiles("development");
        assertThat(settings.credentials(development).find("pool", secret)).isPresent();
    }

    @Test
    void without_the_file_the_register_does_not_open() {
        assertThatThrownBy(() -> new Credentials(Path.of(""), Duration.ZERO, false))
                .hasMessageContaining("MOTCUA_REGISTER_CREDENTIALS");
    }

    @Test
    void operators_see_health_and_metrics() {
        assertThat(send("", "GET", "/actuator/health/readiness", "").body()).contains("UP");
        assertThat(send("", "GET", "/actuator/prometheus", "").body())
                .contains("jvm_memory_used_bytes{application=\"discovery\"")
                .doesNotContain("secret of");
        assertThat(send("", "GET", "/actuator/env", "").status()).isEqualTo(401);
        assertThat(send("", "GET", "/actuator/info", "").body()).doesNotContain("secret");
    }
}
