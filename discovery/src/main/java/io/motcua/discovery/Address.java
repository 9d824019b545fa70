package io.motcua.discovery;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Where instances may be: a network ({@code 10.37.0.0/16}), a host, or all hosts of a domain ({@code *.h37.example}).
 *
 * @param network null for names, which are compared as they stand: who could look them up would believe whoever answers
 */
record Address(String text, @Nullable IpAddressMatcher network) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NETWORK = Pattern.compile("(" + NUMBER + ")(/\\d{1,3})?");
    private static final Pattern HOSTS = Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    /** @throws IllegalArgumentException with what is wrong */
    static Address of(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        if (NETWORK.matcher(small).matches()) {
            return new Address(small, new IpAddressMatcher(small));
        }
        if (!HOSTS.matcher(small).matches()) {
            throw new IllegalArgumentException("an address is a network, a host or *.domain");
        }
        return new Address(small, null);
    }

    boolean covers(String host) {
        if (network != null) {
            return NUMBER.matcher(host).matches() && network.matches(host);
        }
        var small = host.toLowerCase(Locale.ROOT);
        return text.startsWith("*.")
                ? small.endsWith(text.substring(1)) && HOSTS.matcher(small).matches()
                : small.equals(text);
    }
}
