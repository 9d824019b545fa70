package io.motcua.payment.vnpay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA512 as VNPAY 2.1.0 takes it. */
final class Signature {

    static final String HASH = "vnp_SecureHash";

    private static final Set<String> UNSIGNED = Set.of(HASH, "vnp_SecureHashType");
    private static final String ALGORITHM = "HmacSHA512";

    private Signature() {}

    /** Signs parameters of an address: sorted by name, encoded, joined by {@code &}; empty ones left out. */
    static String ofQuery(Map<String, String> parameters, String secret) {
        return of(query(parameters), secret);
    }

    /** Signs raw values in a given order, joined by {@code |}; empty ones kept. */
    static String ofValues(Iterable<String> values, String secret) {
        return of(String.join("|", values), secret);
    }

    /** Compares in a time that does not tell how much of it is right. */
    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(it -> !it.getValue().isEmpty() && !UNSIGNED.contains(it.getKey()))
                        // US-ASCII is what VNPAY's own code encodes with.
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.US_ASCII))
                        .collect(Collectors.joining("&"));
    }

    private static String of(String text, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }
}
