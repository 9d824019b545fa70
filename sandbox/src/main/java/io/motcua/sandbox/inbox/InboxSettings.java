package io.motcua.sandbox.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/** @param keep how many messages are kept; the oldest go first */
@ConfigurationProperties("motcua.sandbox.inbox")
record InboxSettings(@DefaultValue("5000") int keep) {

    InboxSettings {
        Assert.isTrue(keep > 0, "motcua.sandbox.inbox.keep must be positive");
    }
}
