package io.motcua.platform.testing.access;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an API document says of one operation.
 *
 * @param who as declared: anyone, signed-in, party, roles
 * @param anywhere whether a role at any agency will do, where the path names none
 * @param open whether the document says that no token is needed
 * @param endless whether the answer is a stream of events
 * @param parameters that are required in the query
 * @param members that a JSON object in its body may have; none if it takes no such object
 */
record Operation(
        String method,
        String path,
        String who,
        List<String> roles,
        boolean anywhere,
        boolean open,
        boolean endless,
        Set<String> variables,
        Set<String> parameters,
        Set<String> members,
        Probe suggested) {

    static final String AGENCY = "agency";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    static Set<String> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .map(it -> it.group(1))
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    String name() {
        return method + " " + path;
    }

    boolean ofAnAgency() {
        return variables.contains(AGENCY);
    }

    /** Whether it addresses one thing of many. */
    boolean ofAThing() {
        return variables.stream().anyMatch(it -> !it.equals(AGENCY)) || !parameters.isEmpty();
    }

    boolean ofAParty() {
        return who.equals("party");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Operations on the same thing start alike. */
    String thing() {
        int from = ofAnAgency() ? path.indexOf('}') + 1 : 0;
        int at = path.indexOf('}', from);
        return at < 0 ? path : path.substring(0, at + 1);
    }

    String declared() {
        return switch (who) {
            case "party" -> roles.isEmpty() ? "its party" : "its party, " + String.join(", ", roles);
            case "roles" -> String.join(", ", roles) + (anywhere ? " of any agency" : "");
            default -> who.replace('-', ' ');
        };
    }
}
