package io.motcua.payment.vnpay;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
        @NotNull @Size(min = 8) String secret,
        @NotNull URI payUrl,
        @NotNull URI apiUrl,
        @NotBlank String returnUrl) {

    static final String ANY_AGENCY = "*";

    URI returnUrl(String servedAgency) {
        return URI.create(returnUrl.replace("{agency}", servedAgency));
    }

    @Override
    public String toString() {
        return "Merchant[" + agency + ", " + tmnCode + "]";
    }
}
