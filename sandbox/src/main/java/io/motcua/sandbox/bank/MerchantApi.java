package io.motcua.sandbox.bank;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What merchants ask without a payer: how a payment stands ({@code querydr}), and to pay money back. */
@RestController
class MerchantApi {

    private static final Logger log = LoggerFactory.getLogger(MerchantApi.class);

    private static final int LONGEST_REQUEST = 65_536;
    private static final String QUERY = "querydr";
    private static final String REFUND = "refund";

    private static final List<String> QUERY_SIGNED = List.of(
            "RequestId",
            "Version",
            "Command",
            "TmnCode",
            "TxnRef",
            "TransactionDate",
            "CreateDate",
            "IpAddr",
            "OrderInfo");
    private static final List<String> REFUND_SIGNED = List.of(
            "RequestId",
            "Version",
            "Command",
            "TmnCode",
            "TransactionType",
            "TxnRef",
            "Amount",
            "TransactionNo",
            "TransactionDate",
            "CreateBy",
            "CreateDate",
            "IpAddr",
            "OrderInfo");
    private static final List<String> ANSWER_SIGNED = List.of(
            "ResponseId",
            "Command",
            "ResponseCode",
            "Message",
            "TmnCode",
            "TxnRef",
            "Amount",
            "BankCode",
            "PayDate",
            "TransactionNo",
            "TransactionType",
            "TransactionStatus",
            "OrderInfo");
    private static final List<String> PROMOTION = List.of("PromotionCode", "PromotionAmount");

    private final Contracts contracts;
    private final Book book;
    private final RecentRequests recent;
    private final JsonMapper json;
    private final Clock clock;

    MerchantApi(Contracts contracts, Book book, RecentRequests recent, JsonMapper json, Clock clock) {
        this.contracts = contracts;
        this.book = book;
        this.recent = recent;
        this.json = json;
        this.clock = clock;
    }

    /** Like VNPAY, answers 200 to everything; the code inside tells. */
    @PostMapping(path = "/merchant_webapi/api/transaction", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> transaction(InputStream body) throws IOException {
        ApiRequest request;
        try {
            request = ApiRequest.read(body.readNBytes(LONGEST_REQUEST), json);
        } catch (ApiRefused malformed) {
            return signed(answer(malformed.code(), malformed.reason()), "", null);
        }
        var command = request.get("Command");
        var merchant = contracts.merchant(request.get("TmnCode")).orElse(null);
        Map<String, String> answer;
        try {
            answer = handle(request, command, merchant);
        } catch (ApiRefused refused) {
            answer = answer(refused.code(), refused.reason());
        }
        answer.put("Command", command);
        answer.put("TmnCode", request.get("TmnCode"));
        answer.put("TxnRef", request.get("TxnRef"));
        answer.put("OrderInfo", request.get("OrderInfo"));
        log.info("merchant api command={} code={}", command, answer.get("ResponseCode"));
        return signed(answer, command, merchant);
    }

    private Map<String, String> handle(ApiRequest request, String command, @Nullable Merchant merchant) {
        if (merchant == null) {
            throw new ApiRefused("02", "Unknown merchant");
        }
        if (!command.equals(QUERY) && !command.equals(REFUND)) {
            throw new ApiRefused("03", "Unknown command");
        }
        if (!request.signed(command.equals(QUERY) ? QUERY_SIGNED : REFUND_SIGNED, merchant)) {
            throw new ApiRefused("97", "Invalid signature");
        }
        var id = request.payment();
        request.time("CreateDate");
        var refund = command.equals(REFUND) ? request.refund() : null;
        if (!recent.firstTime(merchant.code(), request.required("RequestId"))) {
            throw new ApiRefused("94", "This request id was used already");
        }
        var payment = book.find(id).orElseThrow(() -> new ApiRefused("91", "Transaction not found"));
        return refund == null ? standing(payment) : refunded(payment, book.refund(id, refund));
    }

    private Map<String, String> standing(Payment payment) {
        var answer = answer("00", "Success");
        var settlement = payment.settlement();
        answer.put("Amount", Long.toString(payment.order().amount()));
        if (settlement == null) {
            answer.put("TransactionType", "01");
            answer.put("TransactionStatus", payment.order().expired(clock.instant()) ? "02" : "01");
            return answer;
        }
        answer.put("BankCode", payment.order().bankCode());
        answer.put("PayDate", settlement.at());
        answer.put("TransactionNo", Long.toString(settlement.number()));
        var refunds = payment.refunds();
        answer.put(
                "TransactionType", refunds.isEmpty() ? "01" : refunds.getLast().type());
        answer.put("TransactionStatus", refunds.isEmpty() ? settlement.outcome().transactionStatus() : "06");
        return answer;
    }

    private static Map<String, String> refunded(Payment payment, Payment.Refund refund) {
        var answer = answer("00", "Success");
        answer.put("Amount", Long.toString(refund.amount()));
        answer.put("BankCode", payment.order().bankCode());
        answer.put("PayDate", refund.at());
        answer.put("TransactionNo", Long.toString(refund.number()));
        answer.put("TransactionType", refund.type());
        answer.put("TransactionStatus", "05");
        return answer;
    }

    private static Map<String, String> answer(String code, String message) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("ResponseId", UUID.randomUUID().toString().replace("-", ""));
        answer.put("ResponseCode", code);
        answer.put("Message", message);
        return answer;
    }

    /** Without a merchant there is no secret to sign with. */
    private static Map<String, String> signed(Map<String, String> answer, String command, @Nullable Merchant merchant) {
        var fields = command.equals(QUERY)
                ? Stream.concat(ANSWER_SIGNED.stream(), PROMOTION.stream()).toList()
                : ANSWER_SIGNED;
        var named = new LinkedHashMap<String, String>();
        fields.forEach(field -> named.put("vnp_" + field, answer.getOrDefault(field, "")));
        if (merchant != null) {
            named.put(Signature.FIELD, Signature.ofValues(List.copyOf(named.values()), merchant.secret()));
        }
        return named;
    }
}
