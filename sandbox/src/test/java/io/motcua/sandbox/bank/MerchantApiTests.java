package io.motcua.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.sandbox.Browser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerchantApiTests extends BankTest {

    private static final String PATH = "/merchant_webapi/api/transaction";
    private static final List<String> QUERY = List.of(
            "RequestId",
            "Version",
            "Command",
            "TmnCode",
            "TxnRef",
            "TransactionDate",
            "CreateDate",
            "IpAddr",
            "OrderInfo");
    private static final List<String> REFUND = List.of(
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
    private static final List<String> ANSWER = List.of(
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

    Map<String, String> order;

    @BeforeEach
    void prepare() {
        order = TestMerchant.order(reference);
    }

    String pay(String outcome) {
        return Browser.parameters(press(TestMerchant.address(order), outcome).location())
                .get("vnp_TransactionNo");
    }

    Map<String, String> query() {
        var request = new LinkedHashMap<String, String>();
        request.put("vnp_RequestId", UUID.randomUUID().toString().replace("-", ""));
        request.put("vnp_Version", "2.1.0");
        request.put("vnp_Command", "querydr");
        request.put("vnp_TmnCode", TestMerchant.CODE);
        request.put("vnp_TxnRef", reference);
        request.put("vnp_TransactionDate", order.get("vnp_CreateDate"));
        request.put("vnp_CreateDate", BankTime.write(Instant.now()));
        request.put("vnp_IpAddr", "127.0.0.1");
        request.put("vnp_OrderInfo", "Truy van");
        return request;
    }

    Map<String, String> refund(String type, String amount) {
        var request = query();
        request.put("vnp_Command", "refund");
        request.put("vnp_TransactionType", type);
        request.put("vnp_Amount", amount);
        request.put("vnp_TransactionNo", "");
        request.put("vnp_CreateBy", "accountant");
        return request;
    }

    static String signed(Map<String, String> request, List<String> fields) {
        var body = new LinkedHashMap<>(request);
        body.putIfAbsent(
                "vnp_SecureHash",
                Signature.ofValues(
                        fields.stream()
                                .map(it -> request.getOrDefault("vnp_" + it, ""))
                                .toList(),
                        TestMerchant.SECRET));
        return JsonMapper.shared().writeValueAsString(body);
    }

    JsonNode ask(Map<String, String> request) {
        boolean querying = "querydr".equals(request.get("vnp_Command"));
        var answer = payer.postJson(PATH, signed(request, querying ? QUERY : REFUND));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    static String code(JsonNode answer) {
        return answer.path("vnp_ResponseCode").asString();
    }

    static void assertSigned(JsonNode answer) {
        var fields = "querydr".equals(answer.path("vnp_Command").asString())
                ? Stream.concat(ANSWER.stream(), PROMOTION.stream())
                : ANSWER.stream();
        var values = fields.map(it -> answer.path("vnp_" + it).asString()).toList();
        assertThat(answer.path("vnp_SecureHash").asString()).isEqualTo(Signature.ofValues(values, TestMerchant.SECRET));
    }

    @Test
    void an_opened_payment_is_pending() {
        payer.get(TestMerchant.address(order));
        var answer = ask(query());
        assertThat(code(answer)).isEqualTo("00");
        assertThat(answer.path("vnp_TransactionStatus").asString()).isEqualTo("01");
        assertSigned(answer);
    }

    @Test
    void a_paid_one_is_described_and_signed() {
        var number = pay("00");
        var answer = ask(query());
        assertSigned(answer);
        assertThat(code(answer)).isEqualTo("00");
        assertThat(answer.path("vnp_TransactionStatus").asString()).isEqualTo("00");
        assertThat(answer.path("vnp_TransactionType").asString()).isEqualTo("01");
        assertThat(answer.path("vnp_Amount").asString()).isEqualTo("1000000");
        assertThat(answer.path("vnp_TransactionNo").asString()).isEqualTo(number);
        assertThat(answer.path("vnp_TxnRef").asString()).isEqualTo(reference);
        assertThat(answer.path("vnp_PayDate").asString()).hasSize(14);
    }

    @Test
    void a_failed_one_has_failed() {
        pay("51");
        assertThat(ask(query()).path("vnp_TransactionStatus").asString()).isEqualTo("02");
    }

    @Test
    void questions_that_get_no_answer_get_a_code() {
        payer.get(TestMerchant.address(order));
        var unknown = query();
        unknown.put("vnp_TxnRef", "another");
        assertThat(code(ask(unknown))).isEqualTo("91");

        var otherDay = query();
        otherDay.put("vnp_TransactionDate", "20210608000000");
        assertThat(code(ask(otherDay))).isEqualTo("91");

        var stranger = query();
        stranger.put("vnp_TmnCode", "NOBODY01");
        assertThat(code(ask(stranger))).isEqualTo("02");

        var forged = query();
        forged.put("vnp_SecureHash", "00");
        var refusal = ask(forged);
        assertThat(code(refusal)).isEqualTo("97");
        assertSigned(refusal);

        var malformed = query();
        malformed.put("vnp_TransactionDate", "today");
        assertThat(code(ask(malformed))).isEqualTo("03");

        var repeated = query();
        assertThat(code(ask(repeated))).isEqualTo("00");
        assertThat(code(ask(repeated))).isEqualTo("94");
    }

    @Test
    void all_money_can_be_paid_back_once() {
        var number = pay("00");
        var request = refund("02", "1000000");
        request.put("vnp_TransactionNo", number);
        var answer = ask(request);
        assertSigned(answer);
        assertThat(code(answer)).isEqualTo("00");
        assertThat(answer.path("vnp_TransactionStatus").asString()).isEqualTo("05");
        assertThat(answer.path("vnp_TransactionType").asString()).isEqualTo("02");
        assertThat(answer.path("vnp_TransactionNo").asString()).isNotEqualTo(number);

        assertThat(code(ask(refund("02", "1000000")))).isEqualTo("94");
        var after = ask(query());
        assertThat(after.path("vnp_TransactionStatus").asString()).isEqualTo("06");
        assertThat(after.path("vnp_TransactionType").asString()).isEqualTo("02");
        assertThat(after.path("vnp_TransactionNo").asString()).isEqualTo(number);
    }

    @Test
    void parts_add_up_to_no_more_than_was_paid() {
        pay("00");
        assertThat(code(ask(refund("03", "400000")))).isEqualTo("00");
        assertThat(code(ask(refund("03", "700000")))).isEqualTo("99");
        assertThat(code(ask(refund("03", "600000")))).isEqualTo("00");
        assertThat(code(ask(refund("03", "1")))).isEqualTo("94");
    }

    @Test
    void refunds_that_make_no_sense_are_refused() {
        assertThat(code(ask(refund("02", "1000000")))).as("never opened").isEqualTo("91");
        payer.get(TestMerchant.address(order));
        assertThat(code(ask(refund("02", "1000000")))).as("not paid yet").isEqualTo("95");
        pay("00");
        assertThat(code(ask(refund("02", "900000")))).as("not all").isEqualTo("03");
        assertThat(code(ask(refund("01", "900000")))).as("unknown type").isEqualTo("03");
        assertThat(code(ask(refund("03", "0")))).as("nothing").isEqualTo("03");
        var otherNumber = refund("02", "1000000");
        otherNumber.put("vnp_TransactionNo", "1");
        assertThat(code(ask(otherNumber))).as("another transaction").isEqualTo("91");
    }

    @Test
    void numbers_may_come_as_numbers() {
        payer.get(TestMerchant.address(order));
        var request = query();
        var body = signed(request, QUERY)
                .replace(
                        "\"" + request.get("vnp_CreateDate") + "\",\"vnp_IpAddr\"",
                        request.get("vnp_CreateDate") + ",\"vnp_IpAddr\"");
        assertThat(code(payer.postJson(PATH, body).json())).isEqualTo("00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "{}", "{\"vnp_Command\":{}}", "{\"vnp_TmnCode\":\"DEMOTMN1\"}"})
    void nonsense_gets_an_answer_too(String body) {
        var answer = payer.postJson(PATH, body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(code(answer.json())).isIn("02", "03");
    }

    @Test
    void a_form_is_not_json() {
        assertThat(payer.postForm(PATH, query()).status()).isEqualTo(415);
    }
}
