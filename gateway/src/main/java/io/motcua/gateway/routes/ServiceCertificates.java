package io.motcua.gateway.routes;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * How a service that is registered by its secure port is known: by a certificate of the installation's own authority for the
 * address that it is asked at. What is renewed holds from the next connection on.
 */
final class ServiceCertificates implements TlsSocketStrategy {

    private static final String BUNDLE = "service";

    private volatile TlsSocketStrategy current;

    private ServiceCertificates(SslBundle bundle) {
        current = strategy(bundle);
    }

    static boolean arePresent(SslBundles bundles) {
        return bundles.getBundleNames().contains(BUNDLE);
    }

    /** Without a bundle, by the authorities that Java knows. */
    static TlsSocketStrategy of(SslBundles bundles) {
        if (!arePresent(bundles)) {
            return DefaultClientTlsStrategy.createDefault();
        }
        var certificates = new ServiceCertificates(bundles.getBundle(BUNDLE));
        bundles.addBundleUpdateHandler(BUNDLE, certificates::renew);
        return certificates;
    }

    private void renew(SslBundle bundle) {
        current = strategy(bundle);
    }

    private static TlsSocketStrategy strategy(SslBundle bundle) {
        return new DefaultClientTlsStrategy(bundle.createSslContext());
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        return current.upgrade(socket, target, port, attachment, context);
    }
}
