package io.motcua.payment.vnpay;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this service deals with VNPAY.
 *
 * @param merchants by agency; one with {@code *} serves all others. Only until an agency enters its own contract;
 *     none where each does
 * @param bank where such contracts lead
 * @param attemptLife how long the bank takes money for an attempt; it counts in whole seconds
 * @param askAfter how long after an attempt's end the bank is asked what has become of it: its last notification may
 *     still be on its way
 * @param orderType the bank's kind of goods
 * @param returnOrigins where else a payer may be sent back to, beside the merchant's address: scheme, host and port
 */
@Validated
@ConfigurationProperties("motcua.payment.vnpay")
public record VnpaySettings(
        @NotNull @DefaultValue List<@Valid Merchant> merchants,
        @NotNull @Valid BankAddresses bank,

        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) @DefaultValue("15m")
        Duration attemptLife,

        @NotNull @DurationMin @DurationMax(days = 1) @DefaultValue("30s")
        Duration askAfter,

        @NotBlank @DefaultValue("other") String orderType,
        @NotNull @DefaultValue List<URI> returnOrigins) {

    public VnpaySettings {
        merchants = List.copyOf(merchants);
        returnOrigins = List.copyOf(returnOrigins);
    }
}
