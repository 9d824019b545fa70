package io.motcua.payment.vnpay;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** VNPAY's {@code querydr}, signed in both directions. */
final class MerchantApi implements Bank {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String UNKNOWN_TRANSACTION = "91";

    private static final List<String> ASKED = List.of(
            "vnp_RequestId",
            "vnp_Version",
            "vnp_Command",
            "vnp_TmnCode",
            "vnp_TxnRef",
            "vnp_TransactionDate",
            "vnp_CreateDate",
            "vnp_IpAddr",
            "vnp_OrderInfo");

    private static final List<String> ANSWERED = List.of(
            "vnp_ResponseId",
            "vnp_Command",
            "vnp_ResponseCode",
            "vnp_Message",
            "vnp_TmnCode",
            "vnp_TxnRef",
            "vnp_Amount",
            "vnp_BankCode",
            "vnp_PayDate",
            "vnp_TransactionNo",
            "vnp_TransactionType",
            "vnp_TransactionStatus",
            "vnp_OrderInfo",
            "vnp_PromotionCode",
            "vnp_PromotionAmount");

    private final RestClient http;
    private final Clock clock;

    MerchantApi(RestClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public BankReport ask(Merchant merchant, Inquiry inquiry) {
        return read(merchant, inquiry, send(merchant, question(merchant, inquiry)));
    }

    private Map<String, String> question(Merchant merchant, Inquiry inquiry) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("vnp_RequestId", UUID.randomUUID().toString().replace("-", ""));
        fields.put("vnp_Version", PayPage.VERSION);
        fields.put("vnp_Command", "querydr");
        fields.put("vnp_TmnCode", merchant.tmnCode());
        fields.put("vnp_TxnRef", inquiry.reference());
        fields.put("vnp_TransactionDate", BankTime.of(inquiry.createdAt()));
        fields.put("vnp_CreateDate", BankTime.of(clock.instant()));
        fields.put("vnp_IpAddr", InetAddress.getLoopbackAddress().getHostAddress());
        fields.put("vnp_OrderInfo", PlainText.of(inquiry.description()));
        fields.put(
                Signature.HASH,
                Signature.ofValues(
                        ASKED.stream().map(it -> fields.getOrDefault(it, "")).toList(), merchant.secret()));
        return fields;
    }

    private JsonNode send(Merchant merchant, Map<String, String> question) {
        try {
            return http.post()
                    .uri(merchant.apiUrl())
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(question)
                    .exchangeForRequiredValue((_, answer) -> received(answer));
        } catch (RestClientException e) {
            throw new BankUnavailable("The bank does not answer", e);
        }
    }

    /** A bank that errs, or is none, could send without end. */
    private static JsonNode received(ClientHttpResponse answer) throws IOException {
        if (answer.getStatusCode().is3xxRedirection()) {
            throw new BankRefusal("The bank sends us elsewhere, where nobody said that it is");
        }
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new BankUnavailable("The bank answers " + answer.getStatusCode(), null);
        }
        var bytes = answer.getBody().readNBytes(LONGEST_ANSWER + 1);
        if (bytes.length > LONGEST_ANSWER) {
            answer.close();
            throw new BankRefusal("The bank's answer is longer than any of its answers");
        }
        try {
            var read = JsonMapper.shared().readTree(bytes);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new BankRefusal("The bank's answer is no JSON: " + e.getOriginalMessage());
        }
        throw new BankRefusal("The bank's answer is no JSON object");
    }

    private static BankReport read(Merchant merchant, Inquiry inquiry, JsonNode answer) {
        var code = text(answer, "vnp_ResponseCode");
        var expected =
                Signature.ofValues(ANSWERED.stream().map(it -> text(answer, it)).toList(), merchant.secret());
        if (!Signature.matches(expected, text(answer, Signature.HASH))) {
            // Also what a bank does that cannot verify us: it has no secret to sign its refusal with.
            throw new BankRefusal("The bank's answer is not signed by it; it says " + code);
        }
        boolean known = code.equals(Verdict.SUCCESS);
        if (!known && !code.equals(UNKNOWN_TRANSACTION)) {
            throw new BankRefusal("The bank refuses the question: " + code);
        }
        var reference = text(answer, "vnp_TxnRef");
        if (!reference.equals(inquiry.reference()) && (known || !reference.isEmpty())) {
            throw new BankRefusal("The bank answers about another transaction");
        }
        var status = text(answer, "vnp_TransactionStatus");
        return new BankReport(
                merchant,
                inquiry.reference(),
                text(answer, "vnp_Amount"),
                known ? Verdict.of(code, status) : Verdict.UNKNOWN,
                known ? status : code,
                text(answer, "vnp_TransactionNo"),
                BankTime.read(text(answer, "vnp_PayDate")).orElse(null));
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asString("");
    }
}
