package io.motcua.gateway.edge;

import java.util.LinkedHashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * TLS where a certificate and its key are named, by Spring Boot's bundles: files that are replaced are taken up while
 * connections go on. What is said otherwise by properties wins.
 */
final class TlsByVariables implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "spring.ssl.bundle.pem.edge.";

    /** Those of TLS 1.2 that keep past talks secret when the key gets lost, and those of TLS 1.3. */
    private static final String CIPHERS = "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,TLS_CHACHA20_POLY1305_SHA256,"
            + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
            + "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
            + "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var certificate = environment.getProperty("MOTCUA_TLS_CERTIFICATE", "").strip();
        var key = environment.getProperty("MOTCUA_TLS_KEY", "").strip();
        if (certificate.isEmpty() && key.isEmpty()) {
            return;
        }
        if (certificate.isEmpty() || key.isEmpty()) {
            throw new IllegalStateException(
                    "MOTCUA_TLS_CERTIFICATE and MOTCUA_TLS_KEY belong together: one is missing");
        }
        var tls = new LinkedHashMap<String, Object>();
        tls.put(BUNDLE + "keystore.certificate", "file:" + certificate);
        tls.put(BUNDLE + "keystore.private-key", "file:" + key);
        tls.put(BUNDLE + "reload-on-update", "true");
        tls.put(BUNDLE + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
        tls.put(BUNDLE + "options.ciphers", CIPHERS);
        tls.put("server.ssl.bundle", "edge");
        var redirect = environment.getProperty("MOTCUA_TLS_REDIRECT_PORT", "").strip();
        if (!redirect.isEmpty()) {
            tls.put("motcua.gateway.edge.redirect-port", redirect);
        }
        tls.put("spring.ssl.bundle.watch.file.quiet-period", "2s");
        environment.getPropertySources().addLast(new MapPropertySource("tls by variables", tls));
    }
}
