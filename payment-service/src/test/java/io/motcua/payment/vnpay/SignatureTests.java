package io.motcua.payment.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTests {

    /** The test vector of the domain brief, made with VNPAY's own sample code. */
    private static final String QUERY = "vnp_Amount=5000000&vnp_Command=pay&vnp_CreateDate=20260801153333"
            + "&vnp_CurrCode=VND&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Le+phi%3A+01&vnp_OrderType=other"
            + "&vnp_ReturnUrl=https%3A%2F%2Fa.vn%2Fr%3Fx%3D1&vnp_TmnCode=DEMOTMN1&vnp_TxnRef=PAY-0001"
            + "&vnp_Version=2.1.0";

    private static final String SIGNED = "131d6ab6fa3ee9a91952ec1596e172250162fbb20630a0b12a8391c45d4f3a5a"
            + "7f766d3cc5f7ebe71fa0238ceb1127e8051cc3fb98ba45c2e91a2b427b7e8e79";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("vnp_Version", "2.1.0"),
            Map.entry("vnp_Command", "pay"),
            Map.entry("vnp_TmnCode", "DEMOTMN1"),
            Map.entry("vnp_Amount", "5000000"),
            Map.entry("vnp_CurrCode", "VND"),
            Map.entry("vnp_TxnRef", "PAY-0001"),
            Map.entry("vnp_OrderInfo", "Le phi: 01"),
            Map.entry("vnp_OrderType", "other"),
            Map.entry("vnp_Locale", "vn"),
            Map.entry("vnp_ReturnUrl", "https://a.vn/r?x=1"),
            Map.entry("vnp_IpAddr", "127.0.0.1"),
            Map.entry("vnp_CreateDate", "20260801153333"),
            Map.entry("vnp_BankCode", ""),
            Map.entry("vnp_SecureHashType", "SHA512"),
            Map.entry("vnp_SecureHash", "not signed itself"));

    @Test
    void signs_as_the_bank_does() {
        assertThat(Signature.query(FIELDS)).isEqualTo(QUERY);
        assertThat(Signature.ofQuery(FIELDS, "DEMOSECRET")).isEqualTo(SIGNED);
    }

    @Test
    void matches_in_either_case_and_nothing_else() {
        assertThat(Signature.matches(SIGNED, SIGNED)).isTrue();
        assertThat(Signature.matches(SIGNED, SIGNED.toUpperCase())).isTrue();
        assertThat(Signature.matches(SIGNED, SIGNED.replace('1', '2'))).isFalse();
        assertThat(Signature.matches(SIGNED, "")).isFalse();
    }

    @Test
    void keeps_what_is_empty_among_raw_values() {
        assertThat(Signature.ofValues(List.of("a", "", "b"), "DEMOSECRET"))
                .isNotEqualTo(Signature.ofValues(List.of("a", "b"), "DEMOSECRET"))
                .hasSize(128);
    }
}
