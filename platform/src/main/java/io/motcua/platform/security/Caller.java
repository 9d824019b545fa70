package io.motcua.platform.security;

import io.motcua.platform.history.Actor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who calls; a controller takes it as a parameter. Personal claims are for use within the request: they are not stored by
 * the platform and never logged.
 *
 * @param person the opaque person key, empty if nobody is signed in
 * @param rolesByAgency what the issuer may and does grant; platform-wide roles stand under {@code *}
 * @param identityLevel how well the identity is proven: 0 not at all, 1, 2
 * @param language {@code vi} or {@code en}
 */
public record Caller(
        String person,
        Map<String, Set<String>> rolesByAgency,
        int identityLevel,
        String language,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    /** Under this stand the roles that hold for all agencies. */
    public static final String EVERYWHERE = "*";

    /** Roles that hold for all agencies; all others hold for one agency each, whoever grants them. */
    static final Set<String> PLATFORM_WIDE = Set.of("operator");

    static final Caller NOBODY = new Caller("", Map.of(), 0, "vi", null, null, null);

    /** The caller of the current request. */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : NOBODY;
    }

    public boolean anonymous() {
        return person.isEmpty();
    }

    /** The roles that the caller has for the agency, without the platform-wide ones. */
    public Set<String> roles(String agency) {
        return rolesByAgency.getOrDefault(agency, Set.of());
    }

    /** Whether the caller has the role for this agency or platform-wide. */
    public boolean has(String agency, String role) {
        return roles(agency).contains(role) || hasEverywhere(role);
    }

    public boolean hasEverywhere(String role) {
        return rolesByAgency.getOrDefault(EVERYWHERE, Set.of()).contains(role);
    }

    /** Whether the caller has the role for any agency or platform-wide. */
    public boolean hasSomewhere(String role) {
        return rolesByAgency.values().stream().anyMatch(it -> it.contains(role));
    }

    /** As history entries name the caller when it acts in the role. */
    public Actor actor(String role) {
        return new Actor(person, role);
    }

    @Override
    public String toString() {
        return "Caller[" + (anonymous() ? "nobody" : person) + "]";
    }
}
