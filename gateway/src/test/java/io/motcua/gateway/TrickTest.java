package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean one thing to one reader and another to the next; what counts is what the service is asked. */
class TrickTest extends GatewayTest {

    private static final String PAYMENTS = "/api/v1/agencies/H37/payments";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE " + PAYMENTS + " HTTP/1.1\r\nHost: x",
                "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443",
                "STEAL " + PAYMENTS + " HTTP/1.1\r\nHost: x",
                "get " + PAYMENTS + " HTTP/1.1\r\nHost: x",
                "GET " + PAYMENTS + " HTTP/1.1\r\nHost: x\r\nHost: y",
                "GET " + PAYMENTS + " HTTP/1.1",
                "GET " + PAYMENTS + " HTTP/1.1\r\nHost: x/y",
                "GET http://elsewhere" + PAYMENTS + " HTTP/1.1\r\nHost: x",
                "GET " + PAYMENTS + " HTTP/1.1\r\nHost: x\r\n\tX-Folded: y",
                "GET " + PAYMENTS + " HTTP/1.1\r\nHost : x",
                "GET " + PAYMENTS + " HTTP/1.1\r\nHost: x\r\nX-Nul: a\u0000b",
                "GET " + PAYMENTS + " HTTP/3.0\r\nHost: x",
                "GET " + PAYMENTS + "?a=\u0000 HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/../G22/dossiers HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/./payments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37%2Fpayments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37%2fpayments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37%5Cpayments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37\\payments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37;jsessionid=1/payments HTTP/1.1\r\nHost: x",
                "GET //api/v1/agencies/H37/payments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/%2e%2e/G22/payments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/%252e%252e/payments HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/payments%00 HTTP/1.1\r\nHost: x",
                "GET /api/v1/agencies/H37/payments%0d%0aX-A:%20b HTTP/1.1\r\nHost: x",
                "POST " + PAYMENTS + " HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 0",
                "POST " + PAYMENTS
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=a\r\nContent-Length: 0",
            })
    void is_refused_in_words_and_asks_no_service(String head) throws Exception {
        var answer = raw(signed(head) + "Connection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*").contains("\r\nContent-Security-Policy: ");
        assertThat(answer).contains("application/problem+json").doesNotContain("Exception");
        assertThat(everythingAsked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%4722", "G2%32", "%47%32%32", "g22", "%6722"})
    void an_agency_is_the_same_to_everybody_however_it_is_spelt(String agency) throws Exception {
        var answer = get("/api/v1/agencies/" + agency + "/dossiers");

        assertThat(answer.body().get("from").asString()).as("the placement").isEqualTo("own");
        assertThat(ownDossiers.asked.getFirst().uri().getPath())
                .as("what the service takes out of the path, decoded as it does")
                .isEqualToIgnoringCase("/api/v1/agencies/G22/dossiers");
        assertThat(dossiers.asked).isEmpty();
        assertThat(otherDossiers.asked).isEmpty();
    }

    /** Two bytes for a dot, a full-width letter, a trailing dot: other names, and never the agency whose look they have. */
    @ParameterizedTest
    @ValueSource(strings = {"%c0%ae%c0%ae", "G22.", "%ef%bc%a722", "G22%20", "%c1%8722"})
    void what_only_looks_like_an_agency_is_not_it(String agency) throws Exception {
        raw(signed("GET /api/v1/agencies/" + agency + "/dossiers HTTP/1.1\r\nHost: x") + "Connection: close\r\n\r\n");

        assertThat(ownDossiers.asked).isEmpty();
        assertThat(Stream.of(dossiers, otherDossiers).flatMap(it -> it.asked.stream()))
                .allSatisfy(it -> assertThat(it.uri().getPath())
                        .as("nor to the service")
                        .startsWith("/api/v1/agencies/")
                        .doesNotContain("/G22/")
                        .doesNotContain("/../"));
    }

    @Test
    void what_is_named_in_connection_is_not_taken_off() throws Exception {
        raw(signed("GET " + PAYMENTS + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: kept-1\r\nIf-Match: \"1\"")
                + "Connection: close, authorization, if-match, X-Request-Id\r\n\r\n");

        var headers = payments.asked.getFirst().headers();
        assertThat(headers.getFirst("Authorization")).startsWith("Bearer ");
        assertThat(headers.getFirst("If-Match")).isEqualTo("\"1\"");
        assertThat(headers.getFirst("X-Request-Id")).isEqualTo("kept-1");
        assertThat(headers.getFirst("Connection")).doesNotContainIgnoringCase("authorization");
    }

    /** The origin is all agencies'; an own instance belongs to the operator of one. */
    @Test
    void an_agencys_own_instance_says_nothing_to_browsers_about_the_gateways_origin() throws Exception {
        ownDossiers.behave(_ -> new FakeService.Says(
                200,
                "<script>alert(document.cookie)</script>",
                "Content-Type",
                "text/html",
                "Set-Cookie",
                "session=theirs; Path=/",
                "Content-Security-Policy",
                "default-src * 'unsafe-inline'",
                "X-Content-Type-Options",
                "none",
                "Access-Control-Allow-Origin",
                "*",
                "Clear-Site-Data",
                "\"*\"",
                "ETag",
                "\"7\""));
        var answer = get("/api/v1/agencies/G22/dossiers");

        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Clear-Site-Data")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_caller_cannot_say_who_or_what_it_is_by_header() throws Exception {
        var answer = get(
                PAYMENTS,
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "elsewhere.example",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/api/v1/agencies/G22",
                "Forwarded",
                "for=10.0.0.1;host=elsewhere.example",
                "X-Real-IP",
                "10.0.0.1",
                "X-Original-URL",
                "/api/v1/agencies/G22/payments",
                "X-Rewrite-URL",
                "/api/v1/agencies/G22/payments",
                "X-HTTP-Method-Override",
                "DELETE");

        assertThat(answer.status()).isEqualTo(200);
        var asked = payments.asked.getFirst();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.uri().getPath()).isEqualTo(PAYMENTS);
        assertThat(asked.headers().keySet())
                .noneMatch(it -> it.toLowerCase().matches("(x-)?forwarded.*|x-(real|original|rewrite|http).*"));
        assertThat(asked.headers().toString()).doesNotContain("elsewhere").doesNotContain("10.0.0.1");
    }

    @Test
    void an_address_in_full_is_its_path() throws Exception {
        raw(signed("GET http://x" + PAYMENTS + " HTTP/1.1\r\nHost: x") + "Connection: close\r\n\r\n");

        assertThat(payments.asked.getFirst().uri().getPath()).isEqualTo(PAYMENTS);
    }

    @Test
    void requests_sent_at_once_are_answered_one_by_one() throws Exception {
        var answers = raw(signed("GET " + PAYMENTS + "?n=1 HTTP/1.1\r\nHost: x") + "\r\n"
                + signed("GET " + PAYMENTS + "?n=2 HTTP/1.1\r\nHost: x") + "Connection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        assertThat(payments.asked.stream().map(it -> it.uri().getQuery())).containsExactly("n=1", "n=2");
    }

    /** What stands behind the end of a body is another request, with another's rights: here, nobody's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n2;ext=\"1\r\n0\r\n\"\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\nX-Trailer: y\r\n\r\n",
                "Content-Length: 2\r\n\r\n{}",
            })
    void what_follows_a_body_has_no_part_in_it(String body) throws Exception {
        var answers = raw(signed("POST " + PAYMENTS + "/P1/checkouts HTTP/1.1\r\nHost: x") + body
                + "GET /api/v1/me/inbox HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(notifications.asked).isEmpty();
        assertThat(payments.asked)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(it -> assertThat(it.body()).asString().isEqualTo("{}"));
        assertThat(answers).doesNotContain("\"from\":\"notifications\"");
    }

    private static List<FakeService.Asked> everythingAsked() {
        return Stream.of(dossiers, otherDossiers, ownDossiers, payments, notifications, catalogue)
                .flatMap(it -> it.asked.stream())
                .toList();
    }

    private static String signed(String head) {
        return head + "\r\nAuthorization: Bearer " + issuer.token() + "\r\n";
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
