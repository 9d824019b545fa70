package io.motcua.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.events.catalog.Placement;
import io.motcua.platform.testing.Events;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events of a dossier, which go on for minutes. */
class StreamsTest extends GatewayTest {

    private static final String EVENTS = "/api/v1/agencies/H37/dossiers/D1/events";

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void tell() {
        for (var it : List.of(dossiers, otherDossiers)) {
            it.behave(_ -> new FakeService.Tells(words));
        }
    }

    @AfterEach
    void end() {
        words.add("");
        http.close();
    }

    @Test
    void each_event_passes_at_once_however_long_the_stream_goes_on() throws Exception {
        var stream = open();
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(stream.headers().firstValue("Content-Length")).isEmpty();
        assertThat(stream.headers().firstValue("RateLimit")).isPresent();
        try (var lines = new BufferedReader(new InputStreamReader(stream.body()))) {
            assertThat(lines.readLine()).isEqualTo(": begun");
            assertThat(lines.readLine()).isEmpty();
            for (int i = 1; i <= 3; i++) {
                words.add("id: " + i + "\n\n");
                assertThat(lines.readLine()).isEqualTo("id: " + i);
                assertThat(lines.readLine()).isEmpty();
            }
            assertThat(gauge("motcua.gateway.streams")).isEqualTo(1);
            assertThat(gauge("motcua.gateway.under.way"))
                    .as("nobody waits for it")
                    .isZero();

            var since = System.nanoTime();
            while (System.nanoTime() - since < Duration.ofMillis(1_500).toNanos()) {
                words.add(":\n\n");
                assertThat(lines.readLine())
                        .as("longer than the service may be silent")
                        .isEqualTo(":");
                assertThat(lines.readLine()).isEmpty();
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            }

            words.add("");
            assertThat(lines.readLine()).as("the end, in good order").isNull();
        }
        await().until(() -> gauge("motcua.gateway.streams") == 0);
        assertThat(dossiers.gone.get() + otherDossiers.gone.get()).isZero();
    }

    @Test
    void when_its_agency_leaves_a_stream_ends_in_good_order_and_is_not_begun_again() throws Exception {
        var leaving = new LinkedBlockingQueue<>(List.of(": begun\n\n"));
        for (var it : List.of(dossiers, otherDossiers)) {
            it.behave(_ -> new FakeService.Tells(leaving));
        }
        var path = "/api/v1/agencies/H96/dossiers/D1/events";
        try (var events = new Events()) {
            var body = follow(HttpRequest.newBuilder(), path).body();
            try (var lines = new BufferedReader(new InputStreamReader(body))) {
                assertThat(lines.readLine()).isEqualTo(": begun");
                assertThat(lines.readLine()).isEmpty();

                place(events, "H96", Map.of("dossier-service", new Placement("withdrawn", 2)));

                var line = "";
                for (int i = 0; i < 100 && line != null; i++) {
                    leaving.add(":\n\n"); // it is not for silence that it ends
                    line = lines.readLine();
                    await().pollDelay(Duration.ofMillis(100)).until(() -> true);
                }
                assertThat(line).as("the end, in good order").isNull();
                assertThat(get(path).status()).isEqualTo(410);
            }
        } finally {
            leaving.add("");
        }
    }

    @Test
    void what_the_reader_already_knows_reaches_the_service() throws Exception {
        var stream = begun(HttpRequest.newBuilder().header("Last-Event-ID", "7"));
        stream.body().close();

        var asked = dossiers.asked.isEmpty() ? otherDossiers.asked : dossiers.asked;
        assertThat(asked.getFirst().headers().getFirst("Last-Event-ID")).isEqualTo("7");
    }

    @Test
    void when_the_reader_leaves_the_service_need_not_go_on() throws Exception {
        var stream = open();
        assertThat(stream.body().read()).isEqualTo(':');

        stream.body().close();

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            words.add(":\n\n");
            return dossiers.gone.get() + otherDossiers.gone.get() == 1;
        });
        await().until(() -> gauge("motcua.gateway.streams") == 0);
        await().untilAsserted(() ->
                assertThat(meters.get("http.server.streams").timer().count()).isPositive());
        assertThat(meters.get("http.server.requests").timers())
                .as("how long requests take is not how long streams are followed")
                .noneMatch(it -> String.valueOf(it.getId().getTag("uri")).endsWith("/events")
                        && "200".equals(it.getId().getTag("status")));
    }

    @Test
    void a_refusal_is_passed_on_and_keeps_no_place() throws Exception {
        for (var it : List.of(dossiers, otherDossiers)) {
            it.behave(_ -> new FakeService.Says(404, "{\"status\":404}", "Content-Type", "application/problem+json"));
        }

        var answer = get(EVENTS);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(gauge("motcua.gateway.streams")).isZero();
        assertThat(send(HttpRequest.newBuilder(), EVENTS).status()).isEqualTo(401);
    }

    private HttpResponse<InputStream> open() throws Exception {
        return begun(HttpRequest.newBuilder());
    }

    /** A service says something at once, so that whoever listens knows that he does. */
    private HttpResponse<InputStream> begun(HttpRequest.Builder request) throws Exception {
        words.add(": begun\n\n");
        return follow(request, EVENTS);
    }

    private HttpResponse<InputStream> follow(HttpRequest.Builder request, String path) throws Exception {
        return http.send(
                request.uri(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + issuer.token())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
