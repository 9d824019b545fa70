package io.motcua.dossier.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dossier's events as somebody reads them. */
public final class Followed implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public record Event(String name, String id, JsonNode data, Instant at) {

        public int status() {
            return data.at("/status/code").asInt();
        }
    }

    public final AtomicInteger heartbeats = new AtomicInteger();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Followed(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.startVirtualThread(this::read);
    }

    /** @param lastEventId the last one that the reader knows, or null */
    public static Followed at(int port, String path, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Followed(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next event, which must come within a few seconds. */
    public Event next() throws InterruptedException {
        var event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("No event within 10 s");
        }
        return event;
    }

    /** Whether nothing has come that was not taken. */
    public boolean silent() {
        return events.isEmpty();
    }

    /** Whether the service ends the stream within that time, in good order. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return reader.join(patience);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        String name = "";
        String id = "";
        JsonNode data = JsonMapper.shared().nullNode();
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    heartbeats.incrementAndGet();
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = JsonMapper.shared().readTree(line.substring(6));
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, id, data, Instant.now()));
                    name = "";
                }
            }
        } catch (IOException closed) {
            // By the test itself, or broken off: either way there is no more to read.
        }
    }
}
