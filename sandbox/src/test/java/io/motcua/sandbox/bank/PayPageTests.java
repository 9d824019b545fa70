package io.motcua.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.sandbox.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PayPageTests extends BankTest {

    @Autowired
    Book book;

    Payment.Delivery delivery() {
        return book.all(it -> it.order().reference().equals(reference))
                .getFirst()
                .delivery();
    }

    @Test
    void the_page_says_who_gets_what_for_what() {
        var page = payer.get(TestMerchant.address(TestMerchant.order(reference)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Đơn vị thử")
                .contains("10.000 ₫")
                .contains("Le phi: dang ky thuong tru (1.004222)")
                .contains(reference)
                .contains("name=\"outcome\" value=\"00\"")
                .contains("name=\"outcome\" value=\"24\"")
                .contains("name=\"outcome\" value=\"51\"")
                .contains("<html lang=\"vi\"");
        var english = TestMerchant.order(reference + "-en");
        english.put("vnp_Locale", "en");
        assertThat(payer.get(TestMerchant.address(english)).body()).contains("<html lang=\"en\"");
    }

    @Test
    void paying_reports_to_the_merchant_and_sends_the_payer_back() {
        var back = press(TestMerchant.address(TestMerchant.order(reference)), "00");
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).startsWith("https://a.vn/r?x=1&vnp_Amount=1000000");

        var returned = Browser.parameters(back.location());
        returned.remove("x");
        assertThat(Signature.matches(returned, TestMerchant.SECRET)).isTrue();
        assertThat(returned)
                .containsEntry("vnp_TmnCode", TestMerchant.CODE)
                .containsEntry("vnp_TxnRef", reference)
                .containsEntry("vnp_ResponseCode", "00")
                .containsEntry("vnp_TransactionStatus", "00")
                .containsEntry("vnp_OrderInfo", "Le phi: dang ky thuong tru (1.004222)")
                .containsEntry("vnp_BankCode", "NCB")
                .containsKeys("vnp_BankTranNo", "vnp_CardType", "vnp_PayDate", "vnp_TransactionNo");

        assertThat(merchant.reportsOf(reference))
                .as("reported before the payer is back")
                .containsExactly(returned);
        await().untilAsserted(() -> assertThat(delivery()).isEqualTo(new Payment.Delivery(1, true, "00")));
    }

    @Test
    void the_merchant_is_told_again_until_it_confirms() {
        merchant.willAnswer(
                new TestMerchant.Answer(503, ""),
                new TestMerchant.Answer(200, "<html>not json</html>"),
                new TestMerchant.Answer(200, "{\"RspCode\":\"99\",\"Message\":\"try again\"}"),
                new TestMerchant.Answer(200, "{\"RspCode\":\"02\",\"Message\":\"Order already confirmed\"}"));
        press(TestMerchant.address(TestMerchant.order(reference)), "00");
        await().untilAsserted(() -> assertThat(delivery()).isEqualTo(new Payment.Delivery(4, true, "02")));
        assertThat(merchant.reportsOf(reference))
                .hasSize(4)
                .allSatisfy(it ->
                        assertThat(it).isEqualTo(merchant.reportsOf(reference).getFirst()));
    }

    @Test
    void a_merchant_that_never_confirms_is_given_up_after_the_retries() {
        var no = new TestMerchant.Answer(200, "{\"RspCode\":\"97\"}");
        merchant.willAnswer(no, no, no, no, no);
        press(TestMerchant.address(TestMerchant.order(reference)), "00");
        await().untilAsserted(() -> assertThat(delivery()).isEqualTo(new Payment.Delivery(5, false, "97")));
        await().during(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(2))
                .until(() -> merchant.reportsOf(reference).size() == 5);
    }

    @ParameterizedTest
    @CsvSource({"24, 02, 0", "51, 02, 1", "07, 07, 1", "99, 02, 1"})
    void a_payment_that_fails_is_reported_too(String outcome, String status, int bankWasAsked) {
        var returned = Browser.parameters(press(TestMerchant.address(TestMerchant.order(reference)), outcome)
                .location());
        assertThat(returned)
                .containsEntry("vnp_ResponseCode", outcome)
                .containsEntry("vnp_TransactionStatus", status)
                .doesNotContainKey("vnp_BankTranNo");
        assertThat(Long.signum(Long.parseLong(returned.get("vnp_TransactionNo"))))
                .isEqualTo(bankWasAsked);
        assertThat(merchant.reportsOf(reference).getFirst()).containsEntry("vnp_ResponseCode", outcome);
    }

    @Test
    void a_second_click_changes_nothing() {
        var address = TestMerchant.address(TestMerchant.order(reference));
        var first = press(address, "00");
        var second = payer.postForm(address, Map.of("outcome", "24"));
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(merchant.reportsOf(reference)).hasSize(1);
    }

    @Test
    void a_reference_is_good_for_one_payment_a_day() {
        var order = TestMerchant.order(reference);
        assertThat(payer.get(TestMerchant.address(order)).status()).isEqualTo(200);
        assertThat(payer.get(TestMerchant.address(order)).status())
                .as("reloaded")
                .isEqualTo(200);

        var dearer = new HashMap<>(order);
        dearer.put("vnp_Amount", "2000000");
        assertThat(problem(TestMerchant.address(dearer))).as("another amount").isEqualTo("01");

        press(TestMerchant.address(order), "00");
        assertThat(problem(TestMerchant.address(order))).as("paid already").isEqualTo("01");

        var yesterday = new HashMap<>(order);
        yesterday.put("vnp_CreateDate", BankTime.write(Instant.now().minus(Duration.ofDays(1))));
        assertThat(payer.get(TestMerchant.address(yesterday)).status())
                .as("another day")
                .isEqualTo(200);
    }

    @Test
    void an_order_that_came_too_late_is_not_paid() {
        var order = TestMerchant.order(reference);
        order.put("vnp_ExpireDate", BankTime.write(Instant.now().minusSeconds(5)));
        assertThat(problem(TestMerchant.address(order))).isEqualTo("15");
        assertThat(payer.postForm(TestMerchant.address(order), Map.of("outcome", "00"))
                        .location())
                .endsWith("code=15");
        assertThat(merchant.reportsOf(reference)).isEmpty();
    }

    @Test
    void a_forged_request_is_not_shown() {
        var address = TestMerchant.address(TestMerchant.order(reference));
        assertThat(problem(address.replace("vnp_Amount=1000000", "vnp_Amount=1000")))
                .isEqualTo("70");
        assertThat(problem(address.replaceAll("&vnp_SecureHash=.*", ""))).isEqualTo("70");
        assertThat(problem(address.replace(TestMerchant.CODE, "NOBODY01"))).isEqualTo("72");
        assertThat(problem(address + "&vnp_Amount=1")).isEqualTo("03");
        assertThat(payer.get("/paymentv2/Payment/Error.html?code=70").body()).contains("Sai chữ ký.");
        assertThat(payer.postForm(address.replace("vnp_Amount=1000000", "vnp_Amount=1"), Map.of("outcome", "00"))
                        .location())
                .endsWith("code=70");
        assertThat(merchant.reportsOf(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vnp_Version=2.0.0",
                "vnp_Command=token",
                "vnp_CurrCode=USD",
                "vnp_Amount=",
                "vnp_Amount=-1",
                "vnp_Amount=0",
                "vnp_Amount=10.5",
                "vnp_Amount=99999999999999999999",
                "vnp_Locale=fr",
                "vnp_OrderInfo=",
                "vnp_TxnRef=",
                "vnp_TxnRef=has space",
                "vnp_ReturnUrl=",
                "vnp_ReturnUrl=javascript:alert(1)",
                "vnp_ReturnUrl=http://[",
                "vnp_ReturnUrl=/relative",
                "vnp_CreateDate=20260230000000",
                "vnp_CreateDate=yesterday",
                "vnp_ExpireDate=later",
                "vnp_BankCode=<b>",
                "vnp_IpAddr=somewhere"
            })
    void a_signed_but_malformed_request_is_refused(String change) {
        var order = TestMerchant.order(reference);
        order.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        assertThat(problem(TestMerchant.address(order))).isEqualTo("03");
    }

    @Test
    void accents_are_refused_although_their_signature_holds() {
        var order = TestMerchant.order(reference);
        order.put("vnp_OrderInfo", "Lệ phí");
        var signed = Browser.parameters(TestMerchant.address(order)).get(Signature.FIELD);
        order.put(Signature.FIELD, signed);
        assertThat(problem("/paymentv2/vpcpay.html?" + Browser.query(order))).isEqualTo("03");
    }

    @Test
    void an_unknown_button_ends_nothing() {
        var address = TestMerchant.address(TestMerchant.order(reference));
        assertThat(press(address, "42").location()).endsWith("code=03");
        assertThat(payer.get(address).status()).isEqualTo(200);
    }

    /** Where the payer lands instead of on the page. */
    private String problem(String address) {
        var page = payer.get(address);
        assertThat(page.status()).isEqualTo(302);
        return page.location().replace("/paymentv2/Payment/Error.html?code=", "");
    }
}
