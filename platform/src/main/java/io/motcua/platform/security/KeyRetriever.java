package io.motcua.platform.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Asks an issuer for its keys, at the address that was configured and at no other that it might lead to. */
final class KeyRetriever extends DefaultResourceRetriever {

    private static final int WAIT_MILLIS = 2_000;
    private static final int LARGEST_SET = 512 * 1024;

    KeyRetriever() {
        super(WAIT_MILLIS, WAIT_MILLIS, LARGEST_SET);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
        var connection = super.openHTTPConnection(url);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
