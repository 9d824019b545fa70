package io.motcua.dossier.following;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How dossiers are followed.
 *
 * @param look how often changes are looked for
 * @param heartbeat how long a stream is silent at most; much shorter than the gateway waits for a service
 * @param longest how long a stream lasts, if the token lasts as long
 * @param atOnce streams in this instance
 * @param perPerson streams of one person in this instance
 */
@Validated
@ConfigurationProperties("motcua.dossiers.following")
public record FollowingSettings(
        @DefaultValue("1s") Duration look,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("500") @Min(1) int atOnce,
        @DefaultValue("8") @Min(1) int perPerson) {}
