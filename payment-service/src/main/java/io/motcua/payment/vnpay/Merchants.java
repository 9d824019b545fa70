package io.motcua.payment.vnpay;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Which merchant takes an agency's money: by the contract that it has entered, else by configuration. */
@Component
public class Merchants {

    private static final Logger log = LoggerFactory.getLogger(Merchants.class);

    /** The secret of the sandbox's test merchant, which the whole world knows. */
    private static final String KNOWN_SECRET = "DEMOSECRET";

    private final VnpaySettings settings;
    private final Contracts contracts;

    Merchants(VnpaySettings settings, Contracts contracts, Environment environment) {
        this.settings = settings;
        this.contracts = contracts;
        boolean development = environment.acceptsProfiles(Profiles.of("development"));
        settings.merchants().stream()
                .filter(merchant -> merchant.secret().equals(KNOWN_SECRET))
                .forEach(merchant -> {
                    if (!development) {
                        throw new IllegalStateException(
                                merchant + " is a test merchant: anybody can sign for it. Set motcua.payment.vnpay"
                                        + ".merchants, or SPRING_PROFILES_ACTIVE=development");
                    }
                    log.warn("{} is a test merchant: anybody can sign for it", merchant);
                });
    }

    /** With whom a payment begins now. */
    public Optional<Merchant> of(String agency) {
        return latest(contracts.of(agency)).or(() -> configured(agency));
    }

    /** With whom a payment was begun then. A secret that has changed since counts: the bank knows the new one only. */
    public Optional<Merchant> of(String agency, Instant then) {
        var all = contracts.of(agency);
        return latest(all.stream().filter(it -> !it.since().isAfter(then)).toList())
                .or(() -> configured(agency))
                .or(() -> latest(all))
                .map(it -> named(agency, it.tmnCode()).orElse(it));
    }

    /** The merchant that the bank names, if the agency has or had it. */
    public Optional<Merchant> named(String agency, String tmnCode) {
        return latest(contracts.of(agency).stream()
                        .filter(it -> it.merchant().tmnCode().equals(tmnCode))
                        .toList())
                .or(() -> configured(agency).filter(it -> it.tmnCode().equals(tmnCode)));
    }

    /**
     * Whether what was signed with this merchant's secret counts for the agency, too. Several may have one merchant in
     * common; one that only claims the name of another's merchant has not the secret.
     */
    public boolean speaksFor(Merchant signer, String agency) {
        return named(agency, signer.tmnCode())
                .filter(it -> it.secret().equals(signer.secret()))
                .isPresent();
    }

    /** What the configuration says of the agency, as long as it has entered nothing. */
    public Optional<Merchant> configured(String agency) {
        return inSettings(agency).or(() -> inSettings(Merchant.ANY_AGENCY));
    }

    /** Whether a payer may be sent to this address; an open door would lend the bank's good name to anybody. */
    public boolean mayReturnTo(URI address) {
        return address.isAbsolute()
                && address.getUserInfo() == null
                && settings.returnOrigins().stream().anyMatch(origin -> sameOrigin(origin, address));
    }

    private static Optional<Merchant> latest(List<Contract> contracts) {
        return contracts.isEmpty()
                ? Optional.empty()
                : Optional.of(contracts.getLast().merchant());
    }

    private Optional<Merchant> inSettings(String agency) {
        return settings.merchants().stream()
                .filter(merchant -> merchant.agency().equals(agency))
                .findFirst();
    }

    private static boolean sameOrigin(URI origin, URI address) {
        return origin.getScheme().equalsIgnoreCase(address.getScheme())
                && origin.getHost().equalsIgnoreCase(address.getHost())
                && origin.getPort() == address.getPort();
    }
}
