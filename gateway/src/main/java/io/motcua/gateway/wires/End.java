package io.motcua.gateway.wires;

/** Where a service listens. */
public record End(String host, int port, boolean secure) {

    /** As the {@code Host} field says it. */
    public String authority() {
        return host + ":" + port;
    }
}
