package io.motcua.payment.vnpay;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;

/**
 * An agency's contract with the bank.
 *
 * @param agency the agency's code, or {@code *} for all that have none of their own
 * @param tmnCode the bank's name of the merchant
 * @param secret what both sides sign with; in no log and no answer
 * @param payUrl the bank's page
 * @param apiUrl the bank's interface for questions
 * @param returnUrl where the payer comes back to; {@code {agency}} stands for the agency
 */
public record Merchant(
        @NotBlank String agency,
        @NotNull @Pattern(regexp = "[A-Z0-9]{8}") String tmnCode,
        @NotNull String secret,
        @NotNull URI payUrl,
        @NotNull URI apiUrl,
        @NotBlank String returnUrl) {

    static final String ANY_AGENCY = "*";
    private static final int SHORTEST_SECRET = 8;

    /** Not a constraint on the secret itself: a start that fails tells the values that it refuses. */
    @AssertTrue(message = "the secret must have at least 8 characters")
    boolean isSecretLongEnough() {
        return secret == null || secret.length() >= SHORTEST_SECRET;
    }

    URI returnUrl(String servedAgency) {
        return URI.create(returnUrl.replace("{agency}", servedAgency));
    }

    @Override
    public String toString() {
        return "Merchant[" + agency + ", " + tmnCode + "]";
    }
}
