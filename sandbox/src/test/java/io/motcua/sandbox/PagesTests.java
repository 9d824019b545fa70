package io.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@SandboxTest
class PagesTests {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int operatorsPort;

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/cli/callback", "/inbox", "/paymentv2/Payment/Error.html?code=70"})
    void pages_speak_vietnamese_unless_asked_otherwise(String page) {
        assertThat(browser.get(page).body()).contains("<html lang=\"vi\"").contains("Môi trường thử nghiệm");
        assertThat(browser.get(page, "Accept-Language", "en-GB,fr;q=0.5").body())
                .contains("<html lang=\"en\"")
                .contains("Test environment");
        assertThat(browser.get(page + (page.contains("?") ? "&" : "?") + "lang=en", "Accept-Language", "vi")
                        .body())
                .contains("<html lang=\"en\"");
    }

    @Test
    void an_unknown_page_is_a_page_that_says_so() {
        var page = browser.get("/nowhere", "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Status 404.");
        assertThat(browser.get("/nowhere").contentType()).startsWith("application/json");
    }

    @Test
    void operators_see_health_and_metrics_and_nothing_more() {
        var operator = new Browser(operatorsPort);
        assertThat(operator.get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(operator.get("/actuator/env").status()).isEqualTo(404);
        assertThat(browser.get("/actuator/health").status())
                .as("where browsers are")
                .isEqualTo(404);
        assertThat(operator.get("/login").status()).as("where operators are").isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?lang=%00",
                "/inbox?to=%3Cscript%3E",
                "/inbox/messages?to=",
                "/inbox?to=a&to=b",
                "/paymentv2/vpcpay.html",
                "/paymentv2/vpcpay.html?vnp_TmnCode=DEMOTMN1&vnp_SecureHash=",
                "/paymentv2/vpcpay.html?vnp_TmnCode=DEMOTMN1&vnp_TmnCode=OTHER",
                "/paymentv2/Payment/Error.html?code=%22",
                "/oauth2/authorize",
                "/oauth2/authorize?client_id=nobody&response_type=code",
                "/userinfo",
                "/merchant_webapi/api/transaction",
                "/sms/messages",
                "/connect/logout?id_token_hint=x"
            })
    void odd_addresses_never_break_it(String address) {
        var page = browser.get(address);
        assertThat(page.status()).isLessThan(500);
        assertThat(page.body()).doesNotContain("\tat ");
        if (page.contentType().startsWith("text/html")) {
            assertThat(page.body()).doesNotContain("<script>");
        }
    }
}
