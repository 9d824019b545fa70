package io.motcua.local.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A caller of an HTTP API, signed in or not; every POST has a request key of its own. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Http http;
    private final URI base;
    private final @Nullable String token;

    private Api(Http http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    public static Api at(URI base) {
        return new Api(Http.plain(), base, null);
    }

    public Api as(String accessToken) {
        return new Api(http, base, accessToken);
    }

    public Answer get(String path) {
        return http.send(request(path).GET().build());
    }

    public Answer post(String path, Object body) {
        return post(path, body, null);
    }

    /** @param ifMatch the ETag that was seen last, for commands that decide */
    public Answer post(String path, Object body, @Nullable String ifMatch) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return http.send(matching(request, ifMatch).build());
    }

    /** A body that is not JSON. */
    public Answer post(String path, String contentType, byte[] body, String... headers) {
        var request = request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body));
        for (int n = 0; n < headers.length; n += 2) {
            request.header(headers[n], headers[n + 1]);
        }
        return http.send(request.build());
    }

    public Answer put(String path, String contentType, byte[] body, @Nullable String ifMatch) {
        var request = request(path).header("Content-Type", contentType).PUT(BodyPublishers.ofByteArray(body));
        return http.send(matching(request, ifMatch).build());
    }

    /** @param condition the name of a header and its value */
    public Answer put(String path, Object body, String... condition) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (condition.length > 0) {
            request.header(condition[0], condition[1]);
        }
        return http.send(request.build());
    }

    /** @param ifMatch the ETag that was seen last, where the removal rests on it */
    public Answer delete(String path, @Nullable String ifMatch) {
        return http.send(matching(request(path).DELETE(), ifMatch).build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Http.TIMEOUT)
                .header("Accept", "application/json, application/problem+json, */*;q=0.1")
                .header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static HttpRequest.Builder matching(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }
}
