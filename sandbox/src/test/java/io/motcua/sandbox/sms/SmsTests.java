package io.motcua.sandbox.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.sandbox.Browser;
import io.motcua.sandbox.SandboxTest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SandboxTest
class SmsTests {

    private static final String TEXT = "Ho so H37 da duoc tiep nhan.";

    @LocalServerPort
    int port;

    Browser browser;
    String telephone;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        telephone = "84" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L + 1_000_000_000L);
    }

    String order(String text) {
        return """
                {"to": "%s", "from": "MOTCUA", "text": "%s"}""".formatted(telephone, text);
    }

    @Test
    void an_sms_arrives_in_the_inbox() {
        var answer = browser.postJson(
                "/sms/messages",
                order(TEXT),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("status").asString()).isEqualTo("ACCEPTED");

        var items = browser.get("/inbox/messages?to=%2B" + telephone).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        var message = items.path(0);
        assertThat(message.path("id").asString())
                .isEqualTo(answer.json().path("id").asString());
        assertThat(message.path("kind").asString()).isEqualTo("SMS");
        assertThat(message.path("from").asString()).isEqualTo("MOTCUA");
        assertThat(message.path("to").asString()).isEqualTo(telephone);
        assertThat(message.path("text").asString()).isEqualTo(TEXT);
        assertThat(message.path("repeats").asInt()).isZero();
        assertThat(message.path("receivedAt").asString()).endsWith("Z");
    }

    @Test
    void the_same_key_gets_the_same_answer_and_delivers_once() {
        var key = UUID.randomUUID().toString();
        var first = browser.postJson("/sms/messages", order(TEXT), "Idempotency-Key", key);
        var second = browser.postJson("/sms/messages", order(TEXT), "Idempotency-Key", key);
        var third = browser.postJson("/sms/messages", order(TEXT), "Idempotency-Key", key);
        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);

        var items = browser.get("/inbox/messages?to=" + telephone).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.path(0).path("repeats").asInt()).isEqualTo(2);
        assertThat(items.path(0).path("requestKey").asString()).isEqualTo(key);
        assertThat(browser.get("/inbox?lang=en&to=" + telephone).body())
                .contains("The request was repeated 2 times and delivered once");
    }

    @Test
    void the_same_key_at_the_same_moment_delivers_once_too() throws Exception {
        var key = UUID.randomUUID().toString();
        Callable<Browser.Page> send = () -> browser.postJson("/sms/messages", order(TEXT), "Idempotency-Key", key);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() -> send).limit(8).toList());
            assertThat(answers).allSatisfy(it -> assertThat(it.get().status()).isEqualTo(201));
        }
        assertThat(browser.get("/inbox/messages?to=" + telephone)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_key_cannot_be_reused_for_another_message() {
        var key = UUID.randomUUID().toString();
        browser.postJson("/sms/messages", order(TEXT), "Idempotency-Key", key);
        var other = browser.postJson("/sms/messages", order("Another"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.contentType()).startsWith("application/problem+json");
    }

    @Test
    void without_a_key_nothing_is_sent() {
        assertThat(browser.postJson("/sms/messages", order(TEXT)).status()).isEqualTo(400);
        assertThat(browser.get("/inbox/messages?to=" + telephone)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{}",
                "{\"to\": null, \"from\": \"MOTCUA\", \"text\": \"a\"}",
                "{\"to\": \"not a number\", \"from\": \"MOTCUA\", \"text\": \"a\"}",
                "{\"to\": \"84912000001\", \"from\": \"\", \"text\": \"a\"}",
                "{\"to\": \"84912000001\", \"from\": \"MOTCUA\", \"text\": \" \"}",
                "{\"to\": [], \"from\": \"MOTCUA\", \"text\": \"a\"}"
            })
    void a_bad_request_is_the_senders_fault(String body) {
        var answer = browser.postJson(
                "/sms/messages", body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
