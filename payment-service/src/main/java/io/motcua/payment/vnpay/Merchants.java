package io.motcua.payment.vnpay;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which merchant takes an agency's money. */
@Component
public class Merchants {

    private static final Logger log = LoggerFactory.getLogger(Merchants.class);

    /** The secret of the sandbox's test merchant, which the whole world knows. */
    private static final String KNOWN_SECRET = "DEMOSECRET";

    private final VnpaySettings settings;

    Merchants(VnpaySettings settings) {
        this.settings = settings;
        settings.merchants().stream()
                .filter(merchant -> merchant.secret().equals(KNOWN_SECRET))
                .forEach(merchant -> log.warn("{} is a test merchant: anybody can sign for it", merchant));
    }

    public Optional<Merchant> of(String agency) {
        return named(agency).or(() -> named(Merchant.ANY_AGENCY));
    }

    /** Whether a payer may be sent to this address; an open door would lend the bank's good name to anybody. */
    public boolean mayReturnTo(URI address) {
        return address.isAbsolute()
                && address.getUserInfo() == null
                && settings.returnOrigins().stream().anyMatch(origin -> sameOrigin(origin, address));
    }

    private Optional<Merchant> named(String agency) {
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
