package io.motcua.sandbox.bank;

import io.motcua.sandbox.Browser;
import io.motcua.sandbox.SandboxTest;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A bank with one contract, that of a merchant in this process, which is told again after 50 ms. */
@SandboxTest
abstract class BankTest {

    static final TestMerchant merchant = new TestMerchant();

    @LocalServerPort
    int port;

    Browser payer;
    String reference;

    @DynamicPropertySource
    static void contract(DynamicPropertyRegistry registry) {
        registry.add("motcua.sandbox.bank.merchants[0].code", () -> TestMerchant.CODE);
        registry.add("motcua.sandbox.bank.merchants[0].secret", () -> TestMerchant.SECRET);
        registry.add("motcua.sandbox.bank.merchants[0].name", () -> "Đơn vị thử");
        registry.add("motcua.sandbox.bank.merchants[0].ipn-url", merchant::ipnUrl);
        registry.add("motcua.sandbox.bank.ipn.interval", () -> "50ms");
        registry.add("motcua.sandbox.bank.ipn.retries", () -> "4");
    }

    @BeforeEach
    void open() {
        payer = new Browser(port);
        reference = "PAY-" + UUID.randomUUID();
    }

    /** Fills in the page's form and presses a button. */
    Browser.Page press(String address, String outcome) {
        var fields = new HashMap<>(payer.get(address).hiddenFields());
        fields.put("outcome", outcome);
        return payer.postForm("/paymentv2/vpcpay.html", fields);
    }
}
