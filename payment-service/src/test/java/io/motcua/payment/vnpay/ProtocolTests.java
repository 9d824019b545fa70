package io.motcua.payment.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.util.UriComponentsBuilder;

class ProtocolTests {

    private static final Merchant H37 = merchant("H37", "LANGSON1", "langson-secret");
    private static final Merchant POOL = merchant("*", "POOLTMN1", "pool-secret");
    private static final BankAddresses BANK = new BankAddresses(
            URI.create("https://bank.vn/pay"), URI.create("https://bank.vn/api"), "https://gateway.vn/{agency}/return");
    private static final VnpaySettings SETTINGS = new VnpaySettings(
            List.of(H37, POOL),
            BANK,
            Duration.ofMinutes(15),
            Duration.ZERO,
            "other",
            List.of(URI.create("http://localhost:8080"), URI.create("https://dichvucong.vn")));
    private static final Merchants MERCHANTS = new Merchants(SETTINGS, _ -> List.of(), new MockEnvironment());
    private static final Instant CREATED = Instant.parse("2026-08-01T20:33:33.987Z");

    @Test
    void the_address_carries_what_the_bank_wants_in_its_own_time_and_without_accents() {
        var purchase = new Purchase(
                "abc-1",
                10_000,
                "H37-01 Lệ phí đăng ký thường trú – Đồng Đăng",
                null,
                "vi",
                "10.0.0.7",
                CREATED,
                CREATED.plus(Duration.ofMinutes(15)));

        var address = new PayPage(SETTINGS).address(H37, "H37", purchase);
        var fields = fields(address);

        assertThat(address.toString()).startsWith("https://bank.vn/pay?vnp_Amount=1000000&vnp_Command=pay&");
        assertThat(fields)
                .containsEntry("vnp_OrderInfo", "H37-01 Le phi dang ky thuong tru Dong Dang")
                .containsEntry("vnp_CreateDate", "20260802033333")
                .containsEntry("vnp_ExpireDate", "20260802034833")
                .containsEntry("vnp_Locale", "vn")
                .containsEntry("vnp_TxnRef", "abc-1")
                .containsEntry("vnp_IpAddr", "10.0.0.7")
                .containsEntry("vnp_ReturnUrl", "https://gateway.vn/H37/return");
        assertThat(fields.get(Signature.HASH)).isEqualTo(Signature.ofQuery(fields, "langson-secret"));
    }

    @Test
    void a_payer_may_choose_where_to_come_back_and_speak_english() {
        var back = URI.create("http://localhost:8080/done?order=1");
        var purchase = new Purchase("abc-1", 1, "Fee", back, "en", "::1", CREATED, CREATED);

        assertThat(fields(new PayPage(SETTINGS).address(POOL, "H26", purchase)))
                .containsEntry("vnp_ReturnUrl", back.toString())
                .containsEntry("vnp_Locale", "en");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/x, true",
        "https://dichvucong.vn/x?y=z, true",
        "http://localhost:8081/x, false",
        "https://dichvucong.vn.evil.example/x, false",
        "https://evil@dichvucong.vn/, false",
        "javascript:alert(1), false",
        "/relative, false",
        "mailto:a@b.c, false"
    })
    void nobody_is_sent_to_a_stranger(URI address, boolean allowed) {
        assertThat(MERCHANTS.mayReturnTo(address)).isEqualTo(allowed);
    }

    @Test
    void an_agency_has_its_own_merchant_or_the_common_one() {
        assertThat(MERCHANTS.of("H37")).contains(H37);
        assertThat(MERCHANTS.of("H26")).contains(POOL);
        assertThat(new Merchants(
                                new VnpaySettings(List.of(H37), BANK, Duration.ZERO, Duration.ZERO, "other", List.of()),
                                _ -> List.of(),
                                new MockEnvironment())
                        .of("H26"))
                .isEmpty();
    }

    @Test
    void what_was_begun_under_a_former_contract_is_asked_and_reported_under_it() {
        var former = merchant("H37", "FORMER01", "former-secret");
        var renewed = merchant("H37", "PRESENT1", "renewed-secret");
        var merchants = new Merchants(
                SETTINGS,
                _ -> List.of(new Contract(former, CREATED), new Contract(renewed, CREATED.plusSeconds(60))),
                new MockEnvironment());

        assertThat(merchants.of("H37")).contains(renewed);
        assertThat(merchants.of("H37", CREATED.plusSeconds(59))).contains(former);
        assertThat(merchants.of("H37", CREATED.plusSeconds(60))).contains(renewed);
        assertThat(merchants.of("H37", CREATED.minusSeconds(1))).contains(H37);
        assertThat(merchants.named("H37", "FORMER01")).contains(former);
        assertThat(merchants.named("H37", "POOLTMN1")).isEmpty();
    }

    @Test
    void who_only_claims_the_name_of_anothers_merchant_cannot_speak_for_its_orders() {
        var impostor = merchant("H99", "LANGSON1", "a-secret-of-H99");
        var merchants = new Merchants(
                SETTINGS,
                agency -> agency.equals("H99") ? List.of(new Contract(impostor, CREATED)) : List.of(),
                new MockEnvironment());

        assertThat(merchants.speaksFor(impostor, "H99")).isTrue();
        assertThat(merchants.speaksFor(impostor, "H37")).isFalse();
        assertThat(merchants.speaksFor(POOL, "H26")).isTrue();
        assertThat(merchants.speaksFor(POOL, "H37")).isFalse();
    }

    @Test
    void a_merchant_for_whom_anybody_can_sign_is_one_for_development_only() {
        var known = new VnpaySettings(
                List.of(merchant("*", "DEMOTMN1", "DEMOSECRET")),
                BANK,
                Duration.ZERO,
                Duration.ZERO,
                "other",
                List.of());
        assertThatThrownBy(() -> new Merchants(known, _ -> List.of(), new MockEnvironment()))
                .hasMessageContaining("DEMOTMN1")
                .hasMessageNotContaining("DEMOSECRET");
        var development = new MockEnvironment();
        development.setActiveProfiles("development");
        assertThat(new Merchants(known, _ -> List.of(), development).of("H37")).isPresent();
    }

    @Test
    void no_secret_is_written_anywhere() {
        assertThat(H37.toString()).doesNotContain("secret");
        assertThat(SETTINGS.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "00, 00, PAID",
        "00, 01, UNDECIDED",
        "00, 02, FAILED",
        "00, 04, UNDECIDED",
        "00, 07, UNDECIDED",
        "00, '', UNDECIDED",
        "00, 99, UNDECIDED",
        "'', 00, UNDECIDED",
        "07, 00, UNDECIDED",
        "07, 07, UNDECIDED",
        "24, 00, FAILED",
        "24, 02, FAILED",
        "51, 02, FAILED",
        "11, 01, FAILED",
        "99, 04, UNDECIDED"
    })
    void only_both_codes_together_pay(String response, String status, Verdict verdict) {
        assertThat(Verdict.of(response, status)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-100", "1e5", "1000.0", "10001", "99999999999999999999", "0x10", "١٠٠"})
    void what_is_no_whole_amount_is_none(String text) {
        assertThat(Amounts.dong(text)).isEmpty();
    }

    @Test
    void reads_a_signed_notification() {
        assertThat(new Notifications(MERCHANTS).read("H37", listed(signed(notification(), H37))))
                .hasValueSatisfying(report -> {
                    assertThat(report.verdict()).isEqualTo(Verdict.PAID);
                    assertThat(report.dong()).hasValue(10_000);
                    assertThat(report.paidAt()).isEqualTo("2026-08-01T20:40:00Z");
                });
    }

    @Test
    void foreign_parameters_are_nothing_to_the_signature() {
        var parameters = listed(signed(notification(), H37));
        parameters.put("utm_source", List.of("a", "b"));

        assertThat(new Notifications(MERCHANTS).read("H37", parameters)).isPresent();
    }

    @Test
    void does_not_read_what_is_forged() {
        var notifications = new Notifications(MERCHANTS);
        var raised = signed(notification(), H37);
        raised.put("vnp_Amount", "1");
        var doubled = listed(signed(notification(), H37));
        doubled.put("vnp_Amount", List.of("1000000", "1"));
        var unsigned = listed(notification());

        assertThat(notifications.read("H37", listed(raised))).isEmpty();
        assertThat(notifications.read("H37", doubled)).isEmpty();
        assertThat(notifications.read("H37", unsigned)).isEmpty();
        assertThat(notifications.read("H37", Map.of())).isEmpty();
        assertThat(notifications.read("H37", listed(signed(notification(), POOL))))
                .as("signed by another merchant")
                .isEmpty();
        assertThat(notifications.read("H26", listed(signed(notification(), H37))))
                .as("sent to another agency")
                .isEmpty();
    }

    private static TreeMap<String, String> notification() {
        return new TreeMap<>(Map.of(
                "vnp_TmnCode", "LANGSON1",
                "vnp_Amount", "1000000",
                "vnp_BankCode", "NCB",
                "vnp_PayDate", "20260802034000",
                "vnp_OrderInfo", "Le phi: 01",
                "vnp_TransactionNo", "14226112",
                "vnp_ResponseCode", "00",
                "vnp_TransactionStatus", "00",
                "vnp_TxnRef", "abc-1"));
    }

    private static TreeMap<String, String> signed(TreeMap<String, String> fields, Merchant merchant) {
        fields.put(Signature.HASH, Signature.ofQuery(fields, merchant.secret()));
        return fields;
    }

    private static TreeMap<String, List<String>> listed(Map<String, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue()), (a, _) -> a, TreeMap::new));
    }

    private static Map<String, String> fields(URI address) {
        return UriComponentsBuilder.fromUri(address).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> URLDecoder.decode(it.getValue(), StandardCharsets.UTF_8)));
    }

    private static Merchant merchant(String agency, String tmnCode, String secret) {
        return new Merchant(
                agency,
                tmnCode,
                secret,
                URI.create("https://bank.vn/pay"),
                URI.create("https://bank.vn/api"),
                "https://gateway.vn/{agency}/return");
    }
}
