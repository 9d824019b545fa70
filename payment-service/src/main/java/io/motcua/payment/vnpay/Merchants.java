package io.motcua.payment.vnpay;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which merchant takes an agency's money. */
@Component
public class Merchants {

    private final VnpaySettings settings;

    Merchants(VnpaySettings settings) {
        this.settings = settings;
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
