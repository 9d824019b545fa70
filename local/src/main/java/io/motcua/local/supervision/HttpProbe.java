package io.motcua.local.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A health address that answers 200. The plain JDK connection, because the supervisor shall stay small. */
public record HttpProbe(URI address) implements Probe {

    private static final int TIMEOUT_MILLIS = 3_000;

    @Override
    public boolean serves(long logStart) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            return answers(connection);
        } catch (IOException e) {
            throw new UncheckedIOException("Not an HTTP address: " + address, e);
        }
    }

    private static boolean answers(HttpURLConnection connection) {
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false; // nobody listens, or not in time: that is the answer
        } finally {
            connection.disconnect();
        }
    }
}
