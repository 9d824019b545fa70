package io.motcua.payment.vnpay;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the payer is to be asked for at the bank's page.
 *
 * @param reference unique per merchant and day
 * @param dong whole đồng
 * @param returnUrl where the payer wants to come back to, instead of the merchant's address
 * @param language {@code vi} or {@code en}
 * @param ip the payer's address
 */
public record Purchase(
        String reference,
        long dong,
        String description,
        @Nullable URI returnUrl,
        String language,
        String ip,
        Instant createdAt,
        Instant expiresAt) {}
