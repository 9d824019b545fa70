package io.motcua.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRestartTests {

    @TempDir
    Path data;

    RunningSandbox start(TestMerchant merchant) {
        return RunningSandbox.on(
                data,
                "--motcua.sandbox.bank.merchants[0].code=" + TestMerchant.CODE,
                "--motcua.sandbox.bank.merchants[0].secret=" + TestMerchant.SECRET,
                "--motcua.sandbox.bank.merchants[0].name=Test",
                "--motcua.sandbox.bank.merchants[0].ipn-url=" + merchant.ipnUrl(),
                "--motcua.sandbox.bank.ipn.interval=1h");
    }

    @Test
    void a_report_that_was_not_confirmed_goes_on_after_a_restart() {
        var reference = "PAY-" + UUID.randomUUID();
        try (var merchant = new TestMerchant()) {
            merchant.willAnswer(new TestMerchant.Answer(503, "away"));
            try (var before = start(merchant)) {
                var paid = before.browser()
                        .postForm(TestMerchant.address(TestMerchant.order(reference)), Map.of("outcome", "00"));
                assertThat(paid.location()).contains("vnp_ResponseCode=00");
                await().until(() -> before.context()
                                .getBean(Book.class)
                                .all(it -> it.delivery().attempts() == 1)
                                .size()
                        == 1);
            }
            try (var after = start(merchant)) {
                await().until(() -> merchant.reportsOf(reference).size() == 2);
                await().until(() -> after.context()
                                .getBean(Book.class)
                                .all(it -> it.delivery().confirmed())
                                .size()
                        == 1);
            }
            assertThat(merchant.reportsOf(reference).getFirst())
                    .isEqualTo(merchant.reportsOf(reference).getLast());
        }
    }

    @Test
    void a_merchant_that_is_down_does_not_keep_the_payer_from_going_back() {
        var reference = "PAY-" + UUID.randomUUID();
        var merchant = new TestMerchant();
        merchant.close();
        try (var sandbox = start(merchant)) {
            var paid = sandbox.browser()
                    .postForm(TestMerchant.address(TestMerchant.order(reference)), Map.of("outcome", "00"));
            assertThat(paid.location()).contains("vnp_ResponseCode=00");
            await().until(() -> sandbox.context()
                            .getBean(Book.class)
                            .all(it -> it.delivery().answer().equals("ConnectException"))
                            .size()
                    == 1);
        }
    }

    @Test
    void a_merchant_that_came_since_is_known_after_a_restart_and_its_secret_is_not_shown() {
        var path = "/bank/merchants/MOTCH991";
        var terms = """
                {"secret": "secret-of-H99", "name": "Cơ quan H99", "ipnUrl": "%s"}""";
        try (var merchant = new TestMerchant()) {
            var known = terms.formatted(merchant.ipnUrl());
            try (var before = start(merchant)) {
                assertThat(before.browser().putJson(path, known).status()).isEqualTo(201);
                assertThat(before.browser().putJson(path, known).status()).isEqualTo(200);
                assertThat(before.browser()
                                .putJson(path, terms.formatted("javascript:alert(1)"))
                                .status())
                        .isEqualTo(400);
                assertThat(before.browser().putJson(path, "{}").status()).isEqualTo(400);
                assertThat(before.browser()
                                .putJson("/bank/merchants/lower", known)
                                .status())
                        .isEqualTo(400);
            }
            try (var after = start(merchant)) {
                assertThat(after.browser().get("/bank/merchants").body())
                        .contains("MOTCH991", "Cơ quan H99", TestMerchant.CODE)
                        .doesNotContain("secret-of-H99", TestMerchant.SECRET);
                var order = TestMerchant.order("PAY-" + UUID.randomUUID());
                order.put("vnp_TmnCode", "MOTCH991");
                var page =
                        after.browser().get("/paymentv2/vpcpay.html?" + Signature.signedQuery(order, "secret-of-H99"));
                assertThat(page.body()).contains("Cơ quan H99");
            }
        }
    }
}
