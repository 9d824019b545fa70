package io.motcua.payment.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank that speaks VNPAY 2.1.0, written from the protocol and not from the service's code, so that the two check each
 * other.
 */
public final class TestBank {

    public static final String TMN_CODE = "DEMOTMN1";
    public static final String SECRET = "DEMOSECRET";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Books> books = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger askedElsewhere = new AtomicInteger();
    private final Semaphore line = new Semaphore(1);
    private volatile Fault fault = Fault.NONE;

    /** What can go wrong between the bank and us. */
    public enum Fault {
        NONE,
        DOWN,
        SILENT,
        FORGED,
        GARBAGE,
        REFUSING,
        /** Leads to another address, at which it would say that everything is paid. */
        MOVED,
        /** What it says goes on for megabytes. */
        ENDLESS
    }

    /** What the bank's books say of a transaction. */
    public record Books(String transactionStatus, long hundredths, String transactionNo) {}

    private TestBank(HttpServer server) {
        this.server = server;
    }

    public static TestBank open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var bank = new TestBank(server);
            server.createContext("/merchant_webapi/api/transaction", bank::answer);
            server.createContext("/elsewhere", bank::answerElsewhere);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return bank;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the bank knows this about the transaction. */
    public void record(String reference, Books known) {
        books.put(reference, known);
    }

    public void suffer(Fault next) {
        if (fault == Fault.SILENT && next != Fault.SILENT) {
            line.release();
        }
        if (next == Fault.SILENT && fault != Fault.SILENT) {
            line.acquireUninterruptibly();
        }
        fault = next;
    }

    /** The references that were asked about, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The notification, or the payer's way back, that follows from a pay address; signed. */
    public static String notification(String payUrl, String responseCode, String status) {
        return notification(payUrl, Map.of("vnp_ResponseCode", responseCode, "vnp_TransactionStatus", status));
    }

    public static String notification(String payUrl, Map<String, String> changes) {
        var paid = parameters(URI.create(payUrl));
        var fields = new TreeMap<String, String>();
        for (var same : List.of("vnp_TmnCode", "vnp_Amount", "vnp_OrderInfo", "vnp_TxnRef")) {
            fields.put(same, paid.get(same));
        }
        fields.put("vnp_BankCode", "NCB");
        fields.put("vnp_BankTranNo", "VNP" + paid.get("vnp_TxnRef").hashCode());
        fields.put("vnp_CardType", "ATM");
        fields.put("vnp_PayDate", "20260801153500");
        fields.put(
                "vnp_TransactionNo",
                Integer.toString(Math.abs(paid.get("vnp_TxnRef").hashCode())));
        fields.putAll(changes);
        return "?" + query(fields) + "&vnp_SecureHash=" + hmac(query(fields));
    }

    public static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(
                        it -> it[0],
                        it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8),
                        (a, _) -> a,
                        TreeMap::new));
    }

    /** Whether the bank would let a payer in who comes with this address. */
    public static boolean accepts(String payUrl) {
        var fields = new TreeMap<>(parameters(URI.create(payUrl)));
        var given = fields.remove("vnp_SecureHash");
        return hmac(query(fields)).equals(given);
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.US_ASCII))
                .collect(Collectors.joining("&"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(question.path("vnp_TxnRef").asString());
            if (fault == Fault.SILENT) {
                line.acquireUninterruptibly();
                line.release();
            }
            switch (fault) {
                case DOWN -> send(exchange, 503, "down");
                case MOVED -> {
                    exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                }
                case ENDLESS ->
                    send(exchange, 200, JSON.writeValueAsString(answer(question)) + " ".repeat(2 * 1024 * 1024));
                case GARBAGE -> send(exchange, 200, "[\"no object\"]");
                default -> send(exchange, 200, JSON.writeValueAsString(answer(question)));
            }
        }
    }

    private void answerElsewhere(HttpExchange exchange) throws IOException {
        try (exchange) {
            askedElsewhere.incrementAndGet();
            send(
                    exchange,
                    200,
                    JSON.writeValueAsString(
                            answer(JSON.readTree(exchange.getRequestBody().readAllBytes()))));
        }
    }

    /** How often somebody has followed where it led. */
    public int askedElsewhere() {
        return askedElsewhere.get();
    }

    private Map<String, Object> answer(JsonNode question) {
        var known = books.get(question.path("vnp_TxnRef").asString());
        var code = code(question, known);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("vnp_ResponseId", "r" + asked.size());
        fields.put("vnp_Command", "querydr");
        fields.put("vnp_ResponseCode", code);
        fields.put("vnp_Message", "said");
        fields.put("vnp_TmnCode", TMN_CODE);
        fields.put("vnp_TxnRef", question.path("vnp_TxnRef").asString());
        fields.put("vnp_Amount", known == null ? "" : known.hundredths());
        fields.put("vnp_BankCode", "NCB");
        fields.put("vnp_PayDate", known == null ? "" : "20260801153500");
        fields.put("vnp_TransactionNo", known == null ? "" : known.transactionNo());
        fields.put("vnp_TransactionType", "01");
        fields.put("vnp_TransactionStatus", known == null ? "" : known.transactionStatus());
        fields.put("vnp_OrderInfo", question.path("vnp_OrderInfo").asString());
        fields.put("vnp_PromotionCode", "");
        fields.put("vnp_PromotionAmount", "");
        var hash = hmac(fields.values().stream().map(String::valueOf).collect(Collectors.joining("|")));
        fields.put("vnp_SecureHash", fault == Fault.FORGED ? "0".repeat(128) : hash);
        return fields;
    }

    private String code(JsonNode question, Books known) {
        var signed = Stream.of(
                        "RequestId",
                        "Version",
                        "Command",
                        "TmnCode",
                        "TxnRef",
                        "TransactionDate",
                        "CreateDate",
                        "IpAddr",
                        "OrderInfo")
                .map(it -> question.path("vnp_" + it).asString(""))
                .collect(Collectors.joining("|"));
        if (fault == Fault.REFUSING) {
            return "94";
        }
        if (!hmac(signed).equals(question.path("vnp_SecureHash").asString(""))) {
            return "97";
        }
        return known == null ? "91" : "00";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
