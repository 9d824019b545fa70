package io.motcua.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The gateway's connector with a certificate that somebody renews, and nothing behind it. */
class TlsTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
    @EnableConfigurationProperties(EdgeSettings.class)
    @Import({ConnectionGuard.class, HttpsRedirect.class})
    static class Connector {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ServletRegistrationBean<Servlet> hello() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setHeader("X-Secure", String.valueOf(request.isSecure()));
                            response.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                        }
                    },
                    "/");
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_renewed_certificate_is_shown_without_a_restart_and_open_connections_go_on() throws Exception {
        write("first");
        try (var gateway = start();
                var open = connect(port(gateway), "TLSv1.3")) {
            assertThat(ask(open)).startsWith("HTTP/1.1 200");
            assertThat(name(open)).isEqualTo("CN=first");

            write("second");

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                try (var fresh = connect(port(gateway), "TLSv1.2")) {
                    return name(fresh).equals("CN=second") && ask(fresh).startsWith("HTTP/1.1 200");
                }
            });
            assertThat(ask(open)).as("by the connection of before").startsWith("HTTP/1.1 200");
            assertThat(name(open)).isEqualTo("CN=first");
        }
    }

    @Test
    void old_protocols_and_plain_text_get_nothing_and_the_plain_port_leads_to_the_other() throws Exception {
        write("first");
        int plain = freePort();
        try (var gateway =
                start("--motcua.gateway.edge.redirect-port=" + plain, "--motcua.gateway.edge.https-port=8443")) {
            assertThatThrownBy(() -> connect(port(gateway), "TLSv1.1")).isInstanceOf(SSLException.class);
            assertThat(plainly(port(gateway), "x")).doesNotContain("hello");
            assertThat(plainly(plain, "motcua.example:80"))
                    .startsWith("HTTP/1.1 308")
                    .contains("Location: https://motcua.example:8443/a/b?c=d\r\n")
                    .doesNotContain("hello");
            assertThat(plainly(plain, "evil.example@motcua.example")).startsWith("HTTP/1.1 400");
        }
    }

    /** On this rests whether browsers are told to come by TLS only (Strict-Transport-Security). */
    @Test
    void a_proxy_is_believed_that_it_had_tls_where_it_is_named_and_nobody_else() throws Exception {
        for (var trusted : List.of("127\\.0\\.0\\.1", "10\\.1\\.0\\.4")) {
            try (var gateway = run(
                            "--server.port=0",
                            "--server.forward-headers-strategy=native",
                            "--server.tomcat.remoteip.internal-proxies=" + trusted);
                    var socket = new Socket("127.0.0.1", port(gateway))) {
                socket.setSoTimeout(10_000);
                assertThat(ask(socket, "X-Forwarded-Proto: https\r\n"))
                        .as(trusted)
                        .contains("X-Secure: " + trusted.startsWith("127"));
            }
        }
    }

    @Test
    void half_of_the_variables_is_no_certificate() {
        assertThatThrownBy(() -> run("--server.port=0", "--MOTCUA_TLS_CERTIFICATE=" + folder.resolve("tls.crt")))
                .hasMessageContaining("belong together");
    }

    private ConfigurableApplicationContext start(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--MOTCUA_TLS_CERTIFICATE=" + folder.resolve("tls.crt"),
                "--MOTCUA_TLS_KEY=" + folder.resolve("tls.key"),
                "--spring.ssl.bundle.watch.file.quiet-period=100ms"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    /** None of the gateway's own settings: its name would bring them. */
    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Connector.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=none")
                .run(arguments);
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private void write(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        pem("tls.key", "PRIVATE KEY", keys.getKey("a", "changeit".toCharArray()).getEncoded());
        pem("tls.crt", "CERTIFICATE", keys.getCertificate("a").getEncoded());
    }

    private void pem(String file, String kind, byte[] der) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
    }

    private static SSLSocket connect(int port, String protocol) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anyone()}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    private static String name(SSLSocket socket) throws SSLException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    /** The answer up to its body, which is "hello". */
    private static String ask(Socket socket, String... headers) throws IOException {
        var request = "GET / HTTP/1.1\r\nHost: x\r\n" + String.join("", headers) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("hello")) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after " + answer).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString();
    }

    private static String plainly(int port, String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /a/b?c=d HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Anyone implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
