package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.gateway.routes.Certificates;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** A whole gateway before services that speak TLS: as they should, with a stranger's certificate, and not at all. */
class MutualTlsTest extends GatewayTest {

    /** The connector of a service, set by what every service is set by. No configuration by name, or it would be this test's. */
    @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
    static class Service {

        @Bean
        ServletRegistrationBean<Servlet> names() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            var shown =
                                    (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate");
                            response.setContentType("application/json");
                            response.getOutputStream()
                                    .write(("{\"shown\":\"" + shown[0].getSubjectX500Principal() + "\"}")
                                            .getBytes(StandardCharsets.UTF_8));
                        }
                    },
                    "/");
        }
    }

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    private Certificates certificates;

    @BeforeEach
    void certify() throws Exception {
        certificates = new Certificates(folder);
        for (var name : List.of("gateway", "service", "stranger")) {
            certificates.make(name);
        }
        certificates.trust("ours", "gateway", "service");
        certificates.trust("everybody", "gateway", "service", "stranger");
    }

    @Test
    void it_asks_who_shows_a_certificate_of_ours_and_nobody_else() throws Exception {
        try (var good = service("service", "ours");
                var stranger = service("stranger", "everybody");
                var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var gateway = gateway(
                        "gateway",
                        port(good),
                        port(stranger),
                        List.of(instance("dossier-service", "https://127.0.0.1:" + silent.getLocalPort())))) {
            var asked = at(gateway, "/api/v1/agencies/H37/payments?dossier=D1");
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            assertThat(asked.body().path("shown").asString()).isEqualTo("CN=gateway");

            var strangers = at(gateway, "/api/v1/agencies/H37/notifications");
            assertThat(strangers.status()).as("a certificate of nobody's").isEqualTo(503);

            var unheard = at(gateway, "/api/v1/agencies/H37/dossiers");
            assertThat(unheard.status())
                    .as("accepts a connection and says nothing")
                    .isEqualTo(503);

            var plain = at(gateway, "/api/v1/agencies/H37/services");
            assertThat(plain.status()).as("registered without TLS").isEqualTo(503);
            assertThat(plain.body().path("type").asString()).isEqualTo("urn:motcua:problem:service-unavailable");
            assertThat(catalogue.asked).isEmpty();
        }
    }

    @Test
    void a_service_answers_no_gateway_that_shows_a_strangers_and_an_installation_may_change_over() throws Exception {
        try (var good = service("service", "ours");
                var impostor =
                        gateway("stranger", port(good), port(good), List.of("--MOTCUA_SERVICE_TLS_CHANGEOVER=true"))) {
            assertThat(at(impostor, "/api/v1/agencies/H37/payments?dossier=D1").status())
                    .isEqualTo(503);

            assertThat(at(impostor, "/api/v1/agencies/H37/services").status())
                    .as("one that does not speak TLS yet")
                    .isEqualTo(200);
        }
    }

    private ConfigurableApplicationContext service(String name, String authority) {
        var arguments = new ArrayList<>(certificates.arguments(name, authority));
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(Service.class)
                .properties("spring.config.name=none")
                .run(arguments.toArray(String[]::new));
    }

    private ConfigurableApplicationContext gateway(String name, int payments, int notifications, List<String> more)
            throws Exception {
        var arguments = new ArrayList<>(certificates.arguments(name, name.equals("gateway") ? "ours" : "everybody"));
        for (var property : List.of(
                "spring.mongodb.uri",
                "spring.mongodb.database",
                "spring.kafka.bootstrap-servers",
                "motcua.privacy.person-secret",
                "motcua.security.issuers[0].issuer")) {
            arguments.add("--" + property + "=" + environment.getRequiredProperty(property));
        }
        arguments.addAll(more);
        arguments.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--eureka.client.enabled=false",
                instance("payment-service", "https://127.0.0.1:" + payments),
                instance("notification-service", "https://127.0.0.1:" + notifications),
                instance("catalog-service", catalogue.uri().toString())));
        var gateway = new SpringApplicationBuilder(GatewayApplication.class).run(arguments.toArray(String[]::new));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> at(gateway, "/openapi").status() == 200);
        return gateway;
    }

    private static String instance(String service, String uri) {
        return "--spring.cloud.discovery.client.simple.instances." + service + "[0].uri=" + uri;
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Answer at(ConfigurableApplicationContext gateway, String path) throws Exception {
        return sendTo(port(gateway), signedIn(), path);
    }
}
