package io.motcua.payment.vnpay;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The bank counts in hundredths of a đồng, everywhere. */
final class Amounts {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,17}");
    private static final long HUNDREDTHS = 100;

    private Amounts() {}

    static String ofDong(long dong) {
        return Long.toString(Math.multiplyExact(dong, HUNDREDTHS));
    }

    /** Whole đồng; nothing if it is no such amount. */
    static OptionalLong dong(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long hundredths = Long.parseLong(text);
        return hundredths % HUNDREDTHS == 0 ? OptionalLong.of(hundredths / HUNDREDTHS) : OptionalLong.empty();
    }
}
