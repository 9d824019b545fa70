package io.motcua.sandbox.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Where the SMTP server listens, and the largest mail that it takes. */
@ConfigurationProperties("motcua.sandbox.mail")
record MailSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("8025") int port,
        @DefaultValue("1MB") DataSize largest) {}
