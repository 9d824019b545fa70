package io.motcua.payment.vnpay;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Vietnamese without its accents: what the bank's old encoding would otherwise turn into question marks. */
final class PlainText {

    /** The longest {@code vnp_OrderInfo}. */
    private static final int LONGEST = 255;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x20-\\x7E]+");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private PlainText() {}

    static String of(String text) {
        var letters = text.replace('đ', 'd').replace('Đ', 'D');
        var bare = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD))
                .replaceAll("");
        var plain = SPACES.matcher(FOREIGN.matcher(bare).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).strip();
    }
}
