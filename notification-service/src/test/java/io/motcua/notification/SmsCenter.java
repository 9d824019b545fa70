package io.motcua.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.json.JsonMapper;

/** An SMS provider over HTTP, which can refuse a number, hang up, or fall silent when it has a message. */
final class SmsCenter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Sms> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> silent = new ConcurrentHashMap<>();
    private final Map<String, Boolean> hangingUp = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);

    record Sms(String key, String to, String from, String text) {}

    SmsCenter() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sms/messages", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms/messages";
    }

    void refuse(String number, int status) {
        refused.put(number, status);
    }

    /** Takes the next message to the number and closes the line instead of answering. */
    void hangUpOnce(String number) {
        hangingUp.put(number, true);
    }

    /** Takes messages to the number and does not answer any more; the semaphore tells when one is there. */
    Semaphore fallSilentAfter(String number) {
        return silent.computeIfAbsent(number, _ -> new Semaphore(0));
    }

    void answerAgain(String number) {
        silent.remove(number);
    }

    List<Sms> to(String number) {
        return received.stream().filter(sms -> sms.to().equals(number)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var to = body.path("to").asString();
            received.add(new Sms(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    to,
                    body.path("from").asString(),
                    body.path("text").asString()));
            var arrived = silent.get(to);
            if (arrived != null) {
                arrived.release();
                never.await();
            }
            if (hangingUp.remove(to) == null) {
                exchange.sendResponseHeaders(refused.getOrDefault(to, 202), -1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
