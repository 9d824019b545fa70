package io.motcua.sandbox.bank;

import com.sun.net.httpserver.HttpServer;
import io.motcua.sandbox.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A merchant with a web server of its own: signs requests, receives reports and answers as it is told. */
final class TestMerchant implements AutoCloseable {

    static final String CODE = "DEMOTMN1";
    static final String SECRET = "DEMOSECRET";

    private static final Answer CONFIRMED = new Answer(200, "{\"RspCode\":\"00\",\"Message\":\"Confirm Success\"}");

    private final HttpServer server;
    private final List<Map<String, String>> reports = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();

    record Answer(int status, String body) {}

    TestMerchant() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/ipn", exchange -> {
            var answer = next();
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            reports.add(Browser.parameters(exchange.getRequestURI().toString()));
        });
        server.start();
    }

    String ipnUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ipn";
    }

    /** The next answers, in order; after them everything is confirmed. */
    synchronized void willAnswer(Answer... next) {
        answers.addAll(List.of(next));
    }

    private synchronized Answer next() {
        var answer = answers.poll();
        return answer == null ? CONFIRMED : answer;
    }

    List<Map<String, String>> reportsOf(String reference) {
        return reports.stream()
                .filter(it -> reference.equals(it.get("vnp_TxnRef")))
                .toList();
    }

    static Map<String, String> order(String reference) {
        var now = Instant.now();
        var order = new LinkedHashMap<String, String>();
        order.put("vnp_Version", "2.1.0");
        order.put("vnp_Command", "pay");
        order.put("vnp_TmnCode", CODE);
        order.put("vnp_Amount", "1000000");
        order.put("vnp_CurrCode", "VND");
        order.put("vnp_TxnRef", reference);
        order.put("vnp_OrderInfo", "Le phi: dang ky thuong tru (1.004222)");
        order.put("vnp_OrderType", "other");
        order.put("vnp_Locale", "vn");
        order.put("vnp_ReturnUrl", "https://a.vn/r?x=1");
        order.put("vnp_IpAddr", "127.0.0.1");
        order.put("vnp_CreateDate", BankTime.write(now));
        order.put("vnp_ExpireDate", BankTime.write(now.plus(Duration.ofMinutes(10))));
        return order;
    }

    static String address(Map<String, String> order) {
        return "/paymentv2/vpcpay.html?" + Signature.signedQuery(order, SECRET);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
