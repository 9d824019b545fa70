package io.motcua.sandbox.bank;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A well-formed request to pay.
 *
 * @param amount in hundredths of a đồng, as the protocol counts
 * @param createdAt when the merchant made it, {@code yyyyMMddHHmmss}
 */
record PayOrder(
        String merchant,
        String reference,
        long amount,
        String information,
        String returnUrl,
        String bankCode,
        String createdAt,
        Instant expiresAt) {

    /** VNPAY's own limit for requests that name none. */
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

    private static final String USUAL_BANK = "NCB";
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,13}");
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern INFORMATION = Pattern.compile("[\\x20-\\x7e]{1,255}");
    private static final Pattern BANK = Pattern.compile("[A-Za-z0-9]{0,20}");

    /** Reads parameters whose signature holds. Accents are refused, since both sides could not agree on their bytes. */
    static PayOrder read(Map<String, String> parameters) {
        require(parameters, "vnp_Version", Set.of("2.1.0"));
        require(parameters, "vnp_Command", Set.of("pay"));
        require(parameters, "vnp_CurrCode", Set.of("VND"));
        require(parameters, "vnp_Locale", Set.of("vn", "en"));
        require(parameters, "vnp_OrderType", Pattern.compile("[\\x20-\\x7e]{1,100}"));
        require(parameters, "vnp_IpAddr", Pattern.compile("[0-9A-Fa-f.:]{2,45}"));
        var created = require(parameters, "vnp_CreateDate", REFERENCE);
        var createdAt = BankTime.read(created).orElseThrow(PayOrder::malformed);
        var expires = parameters.getOrDefault("vnp_ExpireDate", "");
        var bank = parameters.getOrDefault("vnp_BankCode", "");
        if (!BANK.matcher(bank).matches()) {
            throw malformed();
        }
        return new PayOrder(
                require(parameters, "vnp_TmnCode", REFERENCE),
                require(parameters, "vnp_TxnRef", REFERENCE),
                Long.parseLong(require(parameters, "vnp_Amount", AMOUNT)),
                require(parameters, "vnp_OrderInfo", INFORMATION),
                returnUrl(parameters.getOrDefault("vnp_ReturnUrl", "")),
                bank.isEmpty() ? USUAL_BANK : bank,
                created,
                expires.isEmpty()
                        ? createdAt.plus(TIME_TO_PAY)
                        : BankTime.read(expires).orElseThrow(PayOrder::malformed));
    }

    /** What tells payments apart: a merchant's references are unique within a day. */
    String id() {
        return id(merchant, BankTime.day(createdAt), reference);
    }

    static String id(String merchant, String day, String reference) {
        return merchant + "/" + day + "/" + reference;
    }

    boolean expired(Instant now) {
        return now.isAfter(expiresAt);
    }

    private static String require(Map<String, String> parameters, String name, Pattern shape) {
        var value = parameters.getOrDefault(name, "");
        if (!shape.matcher(value).matches()) {
            throw malformed();
        }
        return value;
    }

    private static void require(Map<String, String> parameters, String name, Set<String> values) {
        if (!values.contains(parameters.getOrDefault(name, ""))) {
            throw malformed();
        }
    }

    private static String returnUrl(String text) {
        try {
            var url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null || url.getRawFragment() != null || !text.matches("\\p{ASCII}+")) {
                throw malformed();
            }
            return text;
        } catch (URISyntaxException malformed) {
            throw malformed();
        }
    }

    private static PayRefused malformed() {
        return new PayRefused(PayProblem.MALFORMED);
    }
}
