package io.motcua.payment.orders;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the bank knows an attempt by: the order and the number of the attempt, so never used twice.
 *
 * @param attempt counts from 1
 */
public record Reference(String order, int attempt) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,64})-([1-9]\\d{0,3})");

    /** Nothing if no reference of ours reads so. */
    public static Optional<Reference> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Reference(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return order + "-" + attempt;
    }
}
