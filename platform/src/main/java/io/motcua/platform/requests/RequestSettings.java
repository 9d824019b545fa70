package io.motcua.platform.requests;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody the largest body of a request with a key
 * @param lease how long a request may run before its key can be taken over
 * @param kept how long an answer is remembered
 */
@ConfigurationProperties("motcua.requests")
record RequestSettings(
        @DefaultValue("11MB") DataSize maxBody,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("7d") Duration kept) {}
