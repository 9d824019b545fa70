package io.motcua.local.http;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JDK's client with our time limits. */
final class Http {

    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client;

    private Http(HttpClient.Builder builder) {
        this.client = builder.version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static Http plain() {
        return new Http(HttpClient.newBuilder());
    }

    static Http withCookies() {
        CookieHandler cookies = new CookieManager();
        return new Http(HttpClient.newBuilder().cookieHandler(cookies));
    }

    Answer send(HttpRequest request) {
        String line = request.method() + " " + request.uri();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(line, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new Failure("%s got no answer: %s".formatted(line, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(line + " was interrupted", e);
        }
    }
}
