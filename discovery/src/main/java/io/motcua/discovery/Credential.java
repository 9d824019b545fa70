package io.motcua.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the file of credentials: its kind, a name, the SHA-256 of its secret in hexadecimal digits, and for a
 * placement what it is limited to.
 *
 * <pre>
 * placement H37 9f86d081… services=dossier-service,payment-service addresses=10.37.0.0/16
 * </pre>
 *
 * @param services the names in the register under which it may appear; none for all
 * @param addresses where its instances may be; none for anywhere
 */
record Credential(Kind kind, String name, String hash, Set<String> services, List<Address> addresses) {

    enum Kind {
        /** Registers instances of the placement that it is named for. */
        PLACEMENT,
        /** Reads who is registered. */
        READER,
        /** Another server like this one, which copies its register here. */
        PEER
    }

    /** The shared instances. An agency cannot have this name. */
    static final String POOL = "pool";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException with what is wrong, but nothing of the line itself */
    static Credential of(String line) {
        var words = line.strip().split("\\s+");
        require(words.length >= 3, "a line has a kind, a name and the SHA-256 of a secret");
        require(NAME.matcher(words[1]).matches(), "the second word is no name");
        require(HASH.matcher(words[2]).matches(), "the third word is no SHA-256 in 64 small hexadecimal digits");
        var kind = switch (words[0]) {
            case "placement" -> Kind.PLACEMENT;
            case "reader" -> Kind.READER;
            case "peer" -> Kind.PEER;
            default -> throw new IllegalArgumentException("a kind is placement, reader or peer");
        };
        Set<String> services = Set.of();
        List<Address> addresses = List.of();
        for (var limit : Arrays.copyOfRange(words, 3, words.length)) {
            require(kind == Kind.PLACEMENT, "only a placement has limits");
            var values = limit.substring(limit.indexOf('=') + 1).split(",");
            if (limit.startsWith("services=")) {
                services = Arrays.stream(values).map(Credential::asRegistered).collect(Collectors.toUnmodifiableSet());
            } else if (limit.startsWith("addresses=")) {
                addresses = Arrays.stream(values).map(Address::of).toList();
            } else {
                throw new IllegalArgumentException("a limit is services=… or addresses=…");
            }
        }
        return new Credential(kind, words[1], words[2], services, addresses);
    }

    /**
     * Whether the instance of this id is its own to renew, change or cancel. An id says whose it is, {@code
     * H37:dossier-service:10.37.0.5:8082}: the register keeps overridden statuses by id alone, so an id that another
     * placement could take would be a way to switch its owner off.
     */
    boolean manages(String service, String id) {
        return kind == Kind.PLACEMENT
                && mayServe(service)
                && id.startsWith(name + ":" + service.toLowerCase(Locale.ROOT) + ":");
    }

    boolean mayServe(String service) {
        var registered = asRegistered(service);
        return NAME.matcher(registered).matches() && (services.isEmpty() || services.contains(registered));
    }

    /** Whether an instance may be there, by its name or its number. */
    boolean mayBeAt(String host) {
        return addresses.isEmpty() || addresses.stream().anyMatch(it -> it.covers(host));
    }

    /** What {@code agency} in the metadata of its instances says; empty for the pool's. */
    String agency() {
        return name.equals(POOL) ? "" : name;
    }

    /** Eureka knows services in capital letters. */
    private static String asRegistered(String service) {
        return service.toUpperCase(Locale.ROOT);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
