package io.motcua.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway's connections to a service's connector, each with certificates that somebody renews. */
class ServiceTlsTest {

    @Configuration(proxyBeanMethods = false)
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
                            var name = shown[0].getSubjectX500Principal().getName();
                            response.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
                        }
                    },
                    "/");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(SslAutoConfiguration.class)
    static class Gateway {

        @Bean
        TlsSocketStrategy certificates(SslBundles bundles) {
            return ServiceCertificates.of(bundles);
        }
    }

    @TempDir
    Path folder;

    private Certificates certificates;

    @BeforeEach
    void begin() {
        certificates = new Certificates(folder);
    }

    @Test
    void each_shows_a_certificate_that_the_other_trusts_and_a_renewed_one_counts_without_a_restart() throws Exception {
        for (var name : List.of("service", "gateway", "stranger", "service-2", "gateway-2")) {
            certificates.make(name);
        }
        certificates.trust("ours", "service", "gateway", "service-2", "gateway-2");
        certificates.trust("theirs", "service", "stranger");
        try (var service = start(Service.class, "service", "ours", true);
                var gateway = start(Gateway.class, "gateway", "ours", false);
                var stranger = start(Gateway.class, "stranger", "theirs", false);
                var nobody = run(Gateway.class)) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            assertThat(ask(gateway, port)).isEqualTo("CN=gateway");
            assertThatThrownBy(() -> ask(stranger, port))
                    .as("its certificate is nobody's here")
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(nobody, port))
                    .as("knows no such authority")
                    .isInstanceOf(SSLException.class);
            assertThat(List.of("secure-port-enabled=true", "non-secure-port-enabled=false"))
                    .as("so the register leads to the secure port")
                    .allSatisfy(it -> assertThat(
                                    service.getEnvironment().getProperty("eureka.instance." + it.split("=")[0]))
                            .isEqualTo(it.split("=")[1]));
            assertThat(service.getEnvironment().getProperty("management.server.ssl.enabled"))
                    .as("who looks after its health has no certificate")
                    .isEqualTo("false");

            certificates.replace("service", "service-2");
            certificates.replace("gateway", "gateway-2");

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> shown(port).equals("CN=service-2")
                            && ask(gateway, port).equals("CN=gateway-2"));
        }
    }

    @Test
    void a_part_of_the_variables_is_no_tls() {
        assertThatThrownBy(() -> run(Gateway.class, "--MOTCUA_SERVICE_TLS_KEY=x"))
                .hasMessageContaining("belong together");
    }

    private ConfigurableApplicationContext start(Class<?> part, String name, String authority, boolean demanded) {
        return run(
                part,
                "--server.port=0",
                "--MOTCUA_SERVICE_TLS_CERTIFICATE=" + folder.resolve(name + ".crt"),
                "--MOTCUA_SERVICE_TLS_KEY=" + folder.resolve(name + ".key"),
                "--MOTCUA_SERVICE_TLS_AUTHORITY=" + folder.resolve(authority + ".pem"),
                "--motcua.service-tls.demanded=" + demanded,
                "--spring.ssl.bundle.watch.file.quiet-period=100ms");
    }

    private static ConfigurableApplicationContext run(Class<?> part, String... arguments) {
        return new SpringApplicationBuilder(part)
                .web(part == Service.class ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .properties("spring.config.name=none")
                .run(arguments);
    }

    /** By the gateway's own way to connect; the service answers with the name that it was shown. */
    private static String ask(ConfigurableApplicationContext gateway, int port) throws IOException {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(gateway.getBean(TlsSocketStrategy.class))
                .build();
        try (var client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .build()) {
            return client.execute(
                    new HttpGet("https://127.0.0.1:" + port + "/"), it -> EntityUtils.toString(it.getEntity()));
        }
    }

    private static String shown(int port) throws Exception {
        var context = SSLContext.getInstance("TLS");
        var seen = new AtomicReference<String>();
        context.init(null, new TrustManager[] {new Anyone(seen)}, null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
        }
        return seen.get();
    }

    private record Anyone(AtomicReference<String> seen) implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            seen.set(chain[0].getSubjectX500Principal().getName());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
