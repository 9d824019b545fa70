package io.motcua.payment.vnpay;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;

/**
 * Where contracts lead that agencies enter themselves. Not theirs to say: this service would ask whatever host they name.
 *
 * @param payUrl the bank's page
 * @param apiUrl the bank's interface for questions
 * @param returnUrl where a payer comes back to; {@code {agency}} stands for the agency
 */
public record BankAddresses(
        @NotNull URI payUrl, @NotNull URI apiUrl, @NotBlank String returnUrl) {}
