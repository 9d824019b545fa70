package io.motcua.payment.inquiries;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the bank is asked.
 *
 * @param interval between two sweeps
 * @param again how long to wait after an answer that decides nothing
 * @param patience how long after its end an attempt is asked about before it counts as lapsed
 * @param batch how many orders one sweep takes
 */
@Validated
@ConfigurationProperties("motcua.payment.inquiries")
record InquirySettings(
        @NotNull @DurationMin(millis = 100) @DefaultValue("10s")
        Duration interval,

        @NotNull @DurationMin(millis = 100) @DefaultValue("5m")
        Duration again,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("3d")
        Duration patience,

        @Positive @DefaultValue("100") int batch) {}
