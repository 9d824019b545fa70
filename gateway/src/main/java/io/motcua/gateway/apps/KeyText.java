package io.motcua.gateway.apps;

import io.motcua.platform.history.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its app holds it: {@code motcua_<id>_<secret><check>}. The prefix lets scanners find it in a repository, the check
 * (CRC-32, in base 62) tells them without asking anybody that it is none of their false alarms.
 *
 * <p>The secret is 256 random bits, which nobody can guess at any speed. So one round of SHA-256 hides it as well as a slow
 * hash of a password would, and costs a request nothing.
 */
record KeyText(String text) {

    static final Pattern FORM = Pattern.compile("motcua_[a-z2-7]{12}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}");

    private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 43;
    private static final int CHECK = 6;

    /** @param id 12 characters, letters and digits 2 to 7 */
    static KeyText fresh(String id) {
        var text = "motcua_" + id + "_" + digits(new BigInteger(256, RANDOM), SECRET);
        return new KeyText(text + check(text));
    }

    /** Whether this can be a key at all; most of what is mistyped or cut off cannot. */
    boolean wellFormed() {
        return FORM.matcher(text).matches() && text.endsWith(check(text.substring(0, text.length() - CHECK)));
    }

    /** Of a key that is well-formed. */
    String id() {
        return text.split("_", 3)[1];
    }

    String hash() {
        return Digest.sha256(text);
    }

    private static String check(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECK);
    }

    private static String digits(BigInteger number, int length) {
        var text = new StringBuilder(length);
        for (var rest = number; text.length() < length; rest = rest.divide(BASE)) {
            text.append(DIGITS[rest.mod(BASE).intValue()]);
        }
        return text.reverse().toString();
    }

    @Override
    public String toString() {
        return "KeyText[…]";
    }
}
