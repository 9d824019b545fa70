package io.motcua.local.layout;

import io.motcua.local.failure.Failure;
import java.util.regex.Pattern;

/** The national code of an agency. */
public record AgencyCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]\\d{2}");

    /** @throws Failure if it is none */
    public AgencyCode {
        if (!FORM.matcher(value).matches()) {
            throw new Failure(
                    "'%s' is no code of an agency: a capital letter and two digits, such as H99".formatted(value));
        }
    }

    /** Codes of ministries begin with G, those of provinces with H. */
    public String kind() {
        return value.startsWith("G") ? "MINISTRY" : "PROVINCE";
    }

    @Override
    public String toString() {
        return value;
    }
}
