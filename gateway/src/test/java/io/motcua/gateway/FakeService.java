package io.motcua.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the gateway: answers with its name, or as it is told, and remembers what it was asked. */
final class FakeService {

    record Asked(String method, URI uri, Headers headers, byte[] body) {}

    record Says(int status, String body, String... headers) implements Said {}

    /** Answers 200 and then each word when it is there, until the empty one. */
    record Tells(BlockingQueue<String> words) implements Said {}

    sealed interface Said {}

    interface Behaviour {
        /** Null breaks the connection off. */
        Said answer(Asked asked) throws Exception;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    /** Answers that nobody read to their end. */
    final AtomicInteger gone = new AtomicInteger();

    private final String name;
    private final int port;
    private HttpServer server;
    private volatile Behaviour behaviour;

    FakeService(String name) {
        this.name = name;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
        reset();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void reset() {
        asked.clear();
        gone.set(0);
        behaviour = _ -> new Says(200, "{\"from\":\"" + name + "\"}");
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    void stop() {
        server.stop(0);
    }

    void start() {
        server = listen(port);
    }

    private static void tell(Tells tells, HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (var word = tells.words().take();
                !word.isEmpty();
                word = tells.words().take()) {
            exchange.getResponseBody().write(word.getBytes());
            exchange.getResponseBody().flush();
        }
    }

    private HttpServer listen(int at) {
        try {
            var listening = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", exchange -> {
                var request = new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes());
                asked.add(request);
                Said said;
                try {
                    said = behaviour.answer(request);
                    if (said instanceof Tells tells) {
                        tell(tells, exchange);
                    }
                } catch (IOException e) {
                    gone.incrementAndGet();
                    throw e;
                } catch (Exception e) {
                    throw new IOException(e);
                }
                if (said instanceof Says says) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    for (int i = 0; i < says.headers().length; i += 2) {
                        exchange.getResponseHeaders().set(says.headers()[i], says.headers()[i + 1]);
                    }
                    var body = says.body().getBytes();
                    var announced = exchange.getResponseHeaders().containsKey("X-Break-Off")
                            ? body.length + 20_000
                            : body.length;
                    boolean bare = announced == 0 || request.method().equals("HEAD");
                    exchange.sendResponseHeaders(says.status(), bare ? -1 : announced);
                    if (!bare) {
                        exchange.getResponseBody().write(body);
                        exchange.getResponseBody().flush();
                    }
                }
                exchange.close();
            });
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
