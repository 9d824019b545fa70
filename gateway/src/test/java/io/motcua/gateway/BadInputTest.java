package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest extends GatewayTest {

    private static final String PATH = "/api/v1/agencies/H37/payments/P1/checkouts";

    @Test
    void an_unknown_address_is_a_problem_in_the_callers_language() throws Exception {
        var vietnamese = get("/api/v1/nothing/here");
        var english = send(HttpRequest.newBuilder().header("Accept-Language", "en"), "/nowhere");

        assertThat(vietnamese.status()).isEqualTo(404);
        assertThat(vietnamese.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(vietnamese.body().get("type").asString()).isEqualTo("urn:motcua:problem:not-found");
        assertThat(vietnamese.body().get("title").asString()).isEqualTo("Không tìm thấy");
        assertThat(vietnamese.body().get("status").asInt()).isEqualTo(404);
        assertThat(vietnamese.body().get("instance").asString()).isEqualTo("/api/v1/nothing/here");
        assertThat(vietnamese.body().get("traceId").asString()).hasSize(32);
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.body().get("title").asString()).isEqualTo("Not found");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_not_read() throws Exception {
        var answer = post(PATH, new byte[64 * 1024 + 1], "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:too-large");
        assertThat(answer.body().get("detail").asString()).contains("65,536 bytes");
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void a_body_that_turns_out_too_large_is_stopped() throws Exception {
        var stream = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300 * 1024]));

        var answer = send(signedIn().POST(stream), PATH);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().get("title").asString()).isEqualTo("Quá lớn");
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void a_body_of_just_the_size_passes() throws Exception {
        var stream = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[64 * 1024]));

        assertThat(send(signedIn().POST(stream), PATH).status()).isEqualTo(200);
        assertThat(post(PATH, new byte[64 * 1024]).status()).isEqualTo(200);
        assertThat(payments.asked).allSatisfy(it -> assertThat(it.body()).hasSize(64 * 1024));
    }

    /** tus: the headers say where a piece belongs, and how far the upload has come. */
    @Test
    void a_piece_of_an_upload_passes_with_the_headers_of_its_protocol() throws Exception {
        var upload = "/api/v1/agencies/H37/dossiers/D1/attachments/uploads/U1";
        var size = 60 * 1024;
        for (var it : List.of(dossiers, otherDossiers)) {
            it.behave(_ -> new FakeService.Says(200, "", "Tus-Resumable", "1.0.0", "Upload-Offset", "61440"));
        }

        var answer = send(
                signedIn()
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0"),
                upload);
        var state = send(signedIn().HEAD().header("Tus-Resumable", "1.0.0"), upload);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Upload-Offset")).isEqualTo("61440");
        assertThat(state.header("Upload-Offset")).isEqualTo("61440");
        assertThat(state.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(Stream.of(dossiers, otherDossiers).flatMap(it -> it.asked.stream()))
                .anySatisfy(it -> {
                    assertThat(it.method()).isEqualTo("PATCH");
                    assertThat(it.body()).hasSize(size);
                    assertThat(it.headers().getFirst("Upload-Offset")).isEqualTo("0");
                });
    }

    @Test
    void a_body_that_breaks_off_never_arrives_as_a_whole_one() throws Exception {
        var head =
                "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + issuer.token();

        var declared = raw(head + "\r\nContent-Length: 2000\r\n\r\nhalf of it");
        var chunked = raw(head + "\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\nhalf of it");

        assertThat(declared).startsWith("HTTP/1.1 400").contains("malformed-request");
        assertThat(chunked).startsWith("HTTP/1.1 400").contains("malformed-request");
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void a_post_without_a_body_is_one() throws Exception {
        assertThat(post(PATH, new byte[0]).status()).isEqualTo(200);
        assertThat(payments.asked.getFirst().headers().getFirst("Content-Length"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/agencies/H37/services/..%2f..%2factuator",
                "/api/v1/agencies/H37/services/%2e%2e/x",
                "/api/v1/agencies//dossiers",
                "/api/v1/agencies/H37;x=1/dossiers",
                "/api/v1/agencies/H37/..;/G22/dossiers",
                "/api/v1/agencies/H37/services/%252e%252e%252fx",
                "/api/v1/agencies/H37/services/%5c..%5cx",
                "/api/v1/agencies/H37/services/x%00y",
                "/api/v1/agencies/H37/services?%01=of+no+use", // found by a fuzzer
            })
    void a_path_that_tries_to_be_another_is_refused(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:motcua:problem:malformed-request");
        assertThat(catalogue.asked).isEmpty();
    }

    /** RFC 9112, 6.3 and 11.2: two readings of where a body ends let one caller speak in another's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nContent-Length: 40",
                "Content-Length: 4, 40",
                "Content-Length: +4",
                "Content-Length: 0x4",
                "Content-Length: -1",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: \u000bchunked",
                " Transfer-Encoding: chunked",
            })
    void a_request_whose_end_is_unclear_is_refused(String framing) throws Exception {
        var answer = raw(smuggling(framing, "GET /api/v1/agencies/H37/payments/smuggled HTTP/1.1\r\nHost: x\r\n\r\n"));

        assertThat(answer).matches("(?s)HTTP/1.1 40[01] .*");
        assertThat(payments.asked).isEmpty();
    }

    @Test
    void of_two_lengths_the_chunks_count_and_the_service_sees_one() throws Exception {
        raw(smuggling(
                "Content-Length: 40\r\nTransfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"));

        assertThat(payments.asked).hasSizeLessThanOrEqualTo(1).allSatisfy(it -> {
            assertThat(it.body()).asString().isEqualTo("{}");
            assertThat(it.headers().get("Content-Length")).isNull();
        });
    }

    private static String smuggling(String framing, String rest) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + issuer.token() + "\r\n" + framing
                + "\r\n\r\n" + rest;
    }

    @Test
    void answers_carry_what_browsers_go_by() throws Exception {
        var answer = get("/api/v1/nothing/here", "X-Forwarded-Proto", "https", "Forwarded", "proto=https");

        assertThat(answer.header("Strict-Transport-Security"))
                .as("nobody but a named proxy says that there was TLS")
                .isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void a_query_that_cannot_be_decoded_is_the_callers_fault() throws Exception {
        var answer = raw("GET /api/v1/agencies?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void what_is_no_http_or_has_too_large_headers_ends_with_400_and_no_trace() throws Exception {
        assertThat(raw("GET /api/v1/agencies HTTP/1.1\r\nHost: x\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(raw("GET /api/v1/agencies|x HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception")
                .doesNotContain("Tomcat");
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
