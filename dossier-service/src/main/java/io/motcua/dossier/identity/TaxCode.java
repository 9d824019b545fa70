package io.motcua.dossier.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mã số thuế: ten digits, the last of which checks the others; a branch adds a hyphen and three digits. A person's tax code is
 * his personal number.
 */
public final class TaxCode {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}(-[0-9]{3})?");
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxCode() {}

    public static Optional<Flaw> flaw(String code, LocalDate today) {
        if (code.length() == 12 && code.indexOf('-') < 0) {
            return PersonalId.flaw(code, today).map(it -> it == Flaw.PERSONAL_ID_LENGTH ? Flaw.TAX_CODE_LENGTH : it);
        }
        if (!FORM.matcher(code).matches()) {
            return Optional.of(Flaw.TAX_CODE_LENGTH);
        }
        // A remainder of 0 would make a check digit of ten: such numbers are not given.
        if (checkDigit(code) != Character.digit(code.charAt(WEIGHTS.length), 10)) {
            return Optional.of(Flaw.TAX_CODE_CHECK_DIGIT);
        }
        return code.endsWith("-000") ? Optional.of(Flaw.TAX_CODE_BRANCH) : Optional.empty();
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(code.charAt(i), 10) * WEIGHTS[i];
        }
        return 10 - sum % 11;
    }
}
