package io.motcua.notification.channels;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Where the channels lead, and who signs. */
@Validated
@ConfigurationProperties("motcua.notification")
record ChannelSettings(
        @Valid @DefaultValue Mail mail, @Valid @NotNull Sms sms) {
    /**
     * @param domain names the sender in the Message-ID
     */
    record Mail(
            @NotBlank @DefaultValue("dichvucong@motcua.example")
            String from,

            @NotBlank @DefaultValue("motcua.example") String domain) {}

    /**
     * @param from the brand name that is registered for the agency
     */
    record Sms(
            @NotNull URI url,
            @NotBlank @DefaultValue("DICHVUCONG") String from,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {}
}
