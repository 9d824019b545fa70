package io.motcua.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an issuer's words for roles mean: {@code province-h37/one-stop} is a receptionist of H37 where the form is {@code
 * province-{agency}/{role}}, {@code h37} is called H37 and {@code one-stop} receptionist.
 */
final class Grants {

    /** As the platform's own tokens write them: {@code H37:receptionist}, {@code operator}. */
    static final Grants OURS = new Grants(List.of("{agency}:{role}", "{role}"), null, Map.of(), Map.of());

    private static final String AGENCY = "{agency}";
    private static final String ROLE = "{role}";

    private final List<Form> forms;
    private final String agency;
    private final Map<String, String> agencies;
    private final Map<String, Set<String>> roles;

    /** One role at one agency, or everywhere. */
    record Grant(String agency, String role) {}

    /**
     * @param forms in which it writes them; the first one that fits counts, and what fits none grants nothing
     * @param agency for which a form without one grants; without it, such a form grants platform-wide roles
     * @param agencies what its names for agencies mean; if there are any, another name grants nothing
     * @param roles what its names for roles mean; if there are any, another name grants nothing
     */
    Grants(
            @DefaultValue({"{agency}:{role}", "{role}"}) List<String> forms,
            @Nullable String agency,
            @DefaultValue Map<String, String> agencies,
            @DefaultValue Map<String, Set<String>> roles) {
        this.forms = forms.stream().map(Form::of).toList();
        this.agency = agency == null || agency.isBlank() ? Caller.EVERYWHERE : agency;
        this.agencies = Map.copyOf(agencies);
        this.roles = Map.copyOf(roles);
    }

    Stream<Grant> of(String word) {
        return forms.stream()
                .flatMap(it -> it.read(word).stream())
                .findFirst()
                .flatMap(this::agencyOf)
                .map(it -> rolesOf(it.role()).map(role -> new Grant(it.agency(), role)))
                .orElseGet(Stream::empty);
    }

    private Optional<Grant> agencyOf(Read read) {
        if (read.agency() == null) {
            return Optional.of(new Grant(agency, read.role()));
        }
        // No word for an agency means all of them.
        return Optional.ofNullable(agencies.isEmpty() ? read.agency() : agencies.get(read.agency()))
                .filter(it -> !it.equals(Caller.EVERYWHERE))
                .map(it -> new Grant(it, read.role()));
    }

    private Stream<String> rolesOf(String name) {
        return roles.isEmpty() ? Stream.of(name) : roles.getOrDefault(name, Set.of()).stream();
    }

    /** What stands in a word in the places of agency and role. */
    record Read(@Nullable String agency, String role) {}

    /** A text with a place for the role, and perhaps one for the agency. */
    record Form(Pattern pattern, boolean namesAgency) {

        private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

        static Form of(String text) {
            var pattern = new StringBuilder();
            int from = 0;
            boolean namesAgency = false;
            boolean namesRole = false;
            for (Matcher place = PLACE.matcher(text); place.find(); from = place.end()) {
                pattern.append(Pattern.quote(text.substring(from, place.start())));
                boolean again = place.group().equals(AGENCY) ? namesAgency : namesRole;
                if (again || !(place.group().equals(AGENCY) || place.group().equals(ROLE))) {
                    throw new IllegalArgumentException("Has more than one {role} and one {agency}: " + text);
                }
                namesAgency |= place.group().equals(AGENCY);
                namesRole |= place.group().equals(ROLE);
                pattern.append(place.group().equals(AGENCY) ? "(?<agency>.+?)" : "(?<role>.+?)");
            }
            if (!namesRole) {
                throw new IllegalArgumentException("Has no {role}: " + text);
            }
            pattern.append(Pattern.quote(text.substring(from)));
            return new Form(Pattern.compile(pattern.toString()), namesAgency);
        }

        Optional<Read> read(String word) {
            var found = pattern.matcher(word);
            return found.matches()
                    ? Optional.of(new Read(namesAgency ? found.group("agency") : null, found.group("role")))
                    : Optional.empty();
        }
    }
}
