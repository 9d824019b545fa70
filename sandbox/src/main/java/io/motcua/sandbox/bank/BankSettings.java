package io.motcua.sandbox.bank;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/** The bank's contracts, and how it reports payments. */
@ConfigurationProperties("motcua.sandbox.bank")
record BankSettings(
        @DefaultValue List<Merchant> merchants,
        @DefaultValue Ipn ipn) {

    BankSettings {
        merchants = List.copyOf(merchants);
    }

    /**
     * How a payment is reported.
     *
     * @param retries attempts after the first, until the merchant confirms
     * @param interval from one attempt to the next
     * @param timeout for one attempt
     * @param patience how long the payer's browser waits for the first attempt before it is sent on
     */
    record Ipn(
            @DefaultValue("10") int retries,
            @DefaultValue("5m") Duration interval,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("3s") Duration patience) {

        Ipn {
            Assert.isTrue(retries >= 0, "motcua.sandbox.bank.ipn.retries must not be negative");
        }
    }
}
