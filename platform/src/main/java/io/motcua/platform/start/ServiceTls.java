package io.motcua.platform.start;

import java.util.LinkedHashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * TLS between the gateway and the services, where certificate, key and authority are named. A service then answers nobody
 * who shows no certificate of that authority, and is registered by its secure port; the gateway shows its own. Files that are
 * replaced are taken up while connections go on.
 */
final class ServiceTls implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "spring.ssl.bundle.pem.service.";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var certificate =
                environment.getProperty("MOTCUA_SERVICE_TLS_CERTIFICATE", "").strip();
        var key = environment.getProperty("MOTCUA_SERVICE_TLS_KEY", "").strip();
        var authority =
                environment.getProperty("MOTCUA_SERVICE_TLS_AUTHORITY", "").strip();
        if (certificate.isEmpty() && key.isEmpty() && authority.isEmpty()) {
            return;
        }
        if (certificate.isEmpty() || key.isEmpty() || authority.isEmpty()) {
            throw new IllegalStateException("MOTCUA_SERVICE_TLS_CERTIFICATE, MOTCUA_SERVICE_TLS_KEY and"
                    + " MOTCUA_SERVICE_TLS_AUTHORITY belong together: one is missing");
        }
        var tls = new LinkedHashMap<String, Object>();
        tls.put(BUNDLE + "keystore.certificate", "file:" + certificate);
        tls.put(BUNDLE + "keystore.private-key", "file:" + key);
        tls.put(BUNDLE + "truststore.certificate", "file:" + authority);
        tls.put(BUNDLE + "reload-on-update", "true");
        tls.put(BUNDLE + "options.enabled-protocols", "TLSv1.3");
        tls.put("spring.ssl.bundle.watch.file.quiet-period", "2s");
        if (environment.getProperty("motcua.service-tls.demanded", Boolean.class, true)) {
            tls.put("server.ssl.bundle", "service");
            tls.put("server.ssl.client-auth", "need");
            // Its network is its protection, and neither Prometheus nor a health check has a certificate.
            tls.put("management.server.ssl.enabled", "false");
            tls.put("eureka.instance.secure-port-enabled", "true");
            tls.put("eureka.instance.non-secure-port-enabled", "false");
            tls.put("eureka.instance.secure-port", "${server.port}");
        }
        environment.getPropertySources().addLast(new MapPropertySource("tls between gateway and services", tls));
    }
}
