package io.motcua.sandbox.bank;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA512 as VNPAY 2.1.0 wants it: for addresses over the sorted, encoded parameters without empty ones, for the
 * merchant API over the raw values in the order of its document, empty ones kept.
 */
final class Signature {

    static final String FIELD = "vnp_SecureHash";

    private static final String ALGORITHM = "HmacSHA512";
    private static final Set<String> UNSIGNED = Set.of(FIELD, "vnp_SecureHashType");

    private Signature() {}

    /** The parameters as a query string, with their signature at its end. */
    static String signedQuery(Map<String, String> parameters, String secret) {
        var query = query(parameters);
        return query + "&" + FIELD + "=" + hash(query, secret);
    }

    static boolean matches(Map<String, String> parameters, String secret) {
        return same(parameters.get(FIELD), hash(query(parameters), secret));
    }

    static String ofValues(List<String> values, String secret) {
        return hash(String.join("|", values), secret);
    }

    /** Compares in constant time, so that a signature cannot be guessed digit by digit. */
    static boolean same(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                        expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(it -> !it.getValue().isEmpty() && !UNSIGNED.contains(it.getKey()))
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.US_ASCII))
                        .collect(Collectors.joining("&"));
    }

    private static String hash(String text, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, impossible);
        }
    }
}
