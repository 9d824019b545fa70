package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class DocumentsTest extends GatewayTest {

    @Test
    void the_list_names_every_service_once() throws Exception {
        var list = send(HttpRequest.newBuilder().header("Accept", "application/json"), "/openapi")
                .body();

        assertThat(list.get("documents").values().stream()
                        .map(it -> it.get("href").asString()))
                .containsExactly(
                        "/openapi/dossier-service",
                        "/openapi/payment-service",
                        "/openapi/notification-service",
                        "/openapi/catalog-service",
                        "/openapi/gateway");
        assertThat(list.get("page").asString()).isEqualTo("/openapi/index.html");
        assertThat(list.get("sandbox").asString()).isEqualTo("https://sandbox.example");
    }

    @Test
    void a_document_is_the_services_own_with_the_gateway_as_its_address() throws Exception {
        catalogue.behave(_ -> new FakeService.Says(200, """
                {"openapi":"3.1.0","servers":[{"url":"http://10.0.0.7:8081"}],"paths":{"/api/v1/agencies":{}}}"""));

        var document =
                send(HttpRequest.newBuilder(), "/openapi/catalog-service").body();

        assertThat(catalogue.asked.getFirst().uri().getPath()).isEqualTo("/v3/api-docs");
        assertThat(document.get("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(document.get("paths").has("/api/v1/agencies")).isTrue();
    }

    @Test
    void an_unknown_service_has_none_and_a_silent_one_is_unavailable() throws Exception {
        assertThat(send(HttpRequest.newBuilder(), "/openapi/tax-service").status())
                .isEqualTo(404);

        catalogue.behave(_ -> null);
        var answer = send(HttpRequest.newBuilder(), "/openapi/catalog-service");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("service").asString()).isEqualTo("catalog-service");
    }

    @Test
    void a_browser_gets_the_page_with_everything_it_needs() throws Exception {
        var redirect = send(HttpRequest.newBuilder().header("Accept", "text/html"), "/openapi");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).endsWith("/openapi/index.html");

        var page = send(HttpRequest.newBuilder(), "/openapi/index.html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("connect-src 'self' https://sandbox.example;");
        for (var needed : page.text().lines().toList()) {
            if (needed.contains("src=\"") || needed.contains("stylesheet")) {
                var path = needed.replaceAll(".*(?:src|href)=\"([^\"]+)\".*", "$1");
                assertThat(send(HttpRequest.newBuilder(), path).status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }
}
