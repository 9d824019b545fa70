package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

/** Apps for tests, which the operator registers as an operator does. */
abstract class WithApps extends GatewayTest {

    static final String APPS = "/api/v1/apps";
    static final String PAYMENTS = "/api/v1/agencies/H37/payments";
    static final String PORTAL = """
            {"name": "portal", "agency": "H37", "scopes": ["payments:read", "catalogue:read"]}""";

    record Registered(String path, String id, String key) {}

    final Registered app(String body) throws Exception {
        var app = operator("POST", APPS, body);
        assertThat(app.status()).as(app.text()).isEqualTo(201);
        var path = app.header("Location");
        var key = operator("POST", path + "/keys", "{}").body().get("key").asString();
        return new Registered(path, id(app), key);
    }

    final Answer with(String key, String path) throws Exception {
        return send(signedIn("Api-Key", key), path);
    }

    final Answer operator(String method, String path, String body, String... headers) throws Exception {
        return as(
                issuer.token(it -> it.subject("operator").claim("roles", List.of("operator"))),
                method,
                path,
                body,
                headers);
    }

    final Answer as(String token, String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!List.of(headers).contains("Idempotency-Key")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return send(headers.length == 0 ? request : request.headers(headers), path);
    }

    static String id(Answer app) {
        return app.body().get("id").asString();
    }

    static String problem(Answer answer) {
        return answer.body().get("type").asString().replace("urn:motcua:problem:", "");
    }
}
