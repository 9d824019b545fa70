package io.motcua.payment.vnpay;

import java.time.Instant;

/**
 * A question about an attempt.
 *
 * @param createdAt when the attempt was made, as the bank was told
 */
public record Inquiry(String reference, String description, Instant createdAt) {}
