package io.motcua.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells clients apart that are not signed in. */
public final class Clients {

    private static final int NETWORK_BYTES = 8;

    private Clients() {}

    /** An IPv4 address itself; of an IPv6 address the network (/64), in which one client may call itself anything. */
    public static String at(String address) {
        if (InetAddress.ofLiteral(address) instanceof Inet6Address it) {
            return HexFormat.of().formatHex(Arrays.copyOf(it.getAddress(), NETWORK_BYTES)) + "/64";
        }
        return address;
    }
}
