package io.motcua.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.client.serviceregistry.AutoServiceRegistrationAutoConfiguration;
import org.springframework.cloud.client.serviceregistry.AutoServiceRegistrationConfiguration;
import org.springframework.cloud.commons.util.UtilAutoConfiguration;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.http.HttpHeaders;

/** What a real Eureka client sends to the register. */
@ExtendWith(OutputCaptureExtension.class)
class RegisterTests {

    private static final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private static HttpServer register;

    private record Told(String method, String credential, String body) {}

    @BeforeAll
    static void open() throws IOException {
        register = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        register.createContext("/", it -> {
            var body = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(new Told(
                    it.getRequestMethod(), String.valueOf(it.getRequestHeaders().getFirst("Authorization")), body));
            it.sendResponseHeaders(it.getRequestMethod().equals("POST") ? 204 : 200, -1);
            it.close();
        });
        register.start();
    }

    @AfterAll
    static void close() {
        register.stop(0);
    }

    @BeforeEach
    void forget() {
        told.clear();
    }

    @Test
    void the_credential_goes_with_every_request_and_nowhere_else(CapturedOutput output) {
        runner().withPropertyValues("motcua.register.name=H37", "motcua.register.secret=a-secret-of-H37")
                .run(context -> {
                    await().untilAsserted(() ->
                            assertThat(told).extracting(Told::method).contains("POST", "PUT"));
                    assertThat(context.getBean(RegisterSettings.class).toString())
                            .doesNotContain("a-secret");
                });
        assertThat(told).extracting(Told::method).contains("DELETE");
        var header = "Basic " + HttpHeaders.encodeBasicAuth("H37", "a-secret-of-H37", null);
        assertThat(told).allSatisfy(it -> assertThat(it.credential()).isEqualTo(header));
        assertThat(told).noneSatisfy(it -> assertThat(it.body()).contains("a-secret-of-H37"));
        assertThat(output).contains("registration status: 204").doesNotContain("a-secret-of-H37", header);
    }

    /** A registration as DOWN would be Spring Cloud's, which leaves no time. */
    @Test
    void an_instance_leaves_before_anything_else_of_it_ends(CapturedOutput output) {
        runner().withConfiguration(AutoConfigurations.of(draining()))
                .withPropertyValues("motcua.draining.pause=300ms", "motcua.register.secret=s")
                .run(_ -> await().untilAsserted(
                                () -> assertThat(told).extracting(Told::method).contains("POST")));
        assertThat(told).extracting(Told::method).contains("DELETE");
        assertThat(told).noneSatisfy(it -> assertThat(it.body()).contains("\"DOWN\""));
        assertThat(output.toString().indexOf("Serving on for PT0.3S"))
                .isPositive()
                .isLessThan(output.toString().indexOf("Unregistering application"));
    }

    private static Class<?> draining() {
        try {
            return Class.forName("io.motcua.platform.draining.DrainingAutoConfiguration");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void without_one_the_log_says_what_is_missing(CapturedOutput output) {
        runner().run(context -> await().untilAsserted(
                        () -> assertThat(told).extracting(Told::credential).contains("null")));
        assertThat(output).contains("MOTCUA_REGISTER_SECRET");
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withInitializer(it -> it.getBeanFactory().setConversionService(new ApplicationConversionService()))
                .withConfiguration(UserConfigurations.of(AutoServiceRegistrationConfiguration.class))
                .withConfiguration(AutoConfigurations.of(
                        RefreshAutoConfiguration.class,
                        UtilAutoConfiguration.class,
                        AutoServiceRegistrationAutoConfiguration.class,
                        RegisterAutoConfiguration.class,
                        DiscoveryClientOptionalArgsConfiguration.class,
                        EurekaClientAutoConfiguration.class))
                .withPropertyValues(
                        "spring.application.name=thing-service",
                        "eureka.client.service-url.defaultZone=http://127.0.0.1:%d/eureka"
                                .formatted(register.getAddress().getPort()),
                        "eureka.client.fetch-registry=false",
                        "eureka.client.initial-instance-info-replication-interval-seconds=0",
                        "eureka.instance.lease-renewal-interval-in-seconds=1",
                        "eureka.instance.non-secure-port=8082");
    }
}
