package io.motcua.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTests {

    /** From the project's domain brief, computed independently of this code. */
    private static final String HASH = "131d6ab6fa3ee9a91952ec1596e172250162fbb20630a0b12a8391c45d4f3a5a"
            + "7f766d3cc5f7ebe71fa0238ceb1127e8051cc3fb98ba45c2e91a2b427b7e8e79";

    private static final String QUERY = "vnp_Amount=5000000&vnp_Command=pay&vnp_CreateDate=20260801153333"
            + "&vnp_CurrCode=VND&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Le+phi%3A+01&vnp_OrderType=other"
            + "&vnp_ReturnUrl=https%3A%2F%2Fa.vn%2Fr%3Fx%3D1&vnp_TmnCode=DEMOTMN1&vnp_TxnRef=PAY-0001&vnp_Version=2.1.0";

    static Map<String, String> parameters() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("vnp_Amount", "5000000"),
                Map.entry("vnp_Command", "pay"),
                Map.entry("vnp_CreateDate", "20260801153333"),
                Map.entry("vnp_CurrCode", "VND"),
                Map.entry("vnp_IpAddr", "127.0.0.1"),
                Map.entry("vnp_Locale", "vn"),
                Map.entry("vnp_OrderInfo", "Le phi: 01"),
                Map.entry("vnp_OrderType", "other"),
                Map.entry("vnp_ReturnUrl", "https://a.vn/r?x=1"),
                Map.entry("vnp_TmnCode", "DEMOTMN1"),
                Map.entry("vnp_TxnRef", "PAY-0001"),
                Map.entry("vnp_Version", "2.1.0")));
    }

    @Test
    void the_known_request_has_the_known_signature() {
        assertThat(Signature.signedQuery(parameters(), "DEMOSECRET")).isEqualTo(QUERY + "&vnp_SecureHash=" + HASH);
    }

    @Test
    void empty_values_and_the_signature_itself_are_not_signed() {
        var parameters = parameters();
        parameters.put("vnp_BankCode", "");
        parameters.put("vnp_SecureHashType", "HmacSHA512");
        parameters.put("vnp_SecureHash", HASH.toUpperCase());
        assertThat(Signature.matches(parameters, "DEMOSECRET")).isTrue();
    }

    @Test
    void any_change_breaks_it() {
        var parameters = parameters();
        assertThat(Signature.matches(parameters, "DEMOSECRET")).as("none").isFalse();
        parameters.put("vnp_SecureHash", HASH);
        assertThat(Signature.matches(parameters, "ANOTHER")).as("secret").isFalse();
        parameters.put("vnp_Amount", "5000001");
        assertThat(Signature.matches(parameters, "DEMOSECRET")).as("amount").isFalse();
    }

    @Test
    void values_of_the_merchant_api_keep_their_empty_places() {
        assertThat(Signature.ofValues(List.of("a", "", "c"), "s"))
                .isNotEqualTo(Signature.ofValues(List.of("a", "c"), "s"));
    }
}
