package io.motcua.platform.security;

import io.motcua.platform.privacy.PersonKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads a caller out of a token, leaving out what its issuer may not say. */
final class Callers {

    private final PersonKeys persons;

    Callers(PersonKeys persons) {
        this.persons = persons;
    }

    Caller of(Jwt token, SecuritySettings.Issuer issuer) {
        var claims = issuer.claims();
        return new Caller(
                person(token, issuer),
                roles(token, claims, issuer::mayGrant),
                issuer.knowsPersons() ? level(token, claims) : 0,
                language(Claim.text(token, claims.language())),
                Claim.text(token, claims.name()),
                Claim.text(token, claims.email()),
                Claim.text(token, claims.phone()));
    }

    /** What the gateway says of a caller that it has checked itself, as far as it concerns the agency. */
    static Caller forwarded(Jwt token, String agency) {
        var claims = SecuritySettings.Claims.OURS;
        return new Caller(
                subject(token),
                roles(token, claims, (of, _) -> of.equals(agency) || of.equals(Caller.EVERYWHERE)),
                level(token, claims),
                language(Claim.text(token, claims.language())),
                Claim.text(token, claims.name()),
                Claim.text(token, claims.email()),
                Claim.text(token, claims.phone()));
    }

    /** The same person is the same across issuers where the personal id is verified, and only there. */
    private String person(Jwt token, SecuritySettings.Issuer issuer) {
        var personalId =
                issuer.knowsPersons() ? Claim.text(token, issuer.claims().personalId()) : null;
        return persons.of(personalId == null ? issuer.issuer() + "\0" + subject(token) : personalId);
    }

    private static String subject(Jwt token) {
        var subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new InvalidBearerTokenException("The token speaks for nobody");
        }
        return subject;
    }

    /** A role that names no agency where it needs one means nothing, and so does one for an agency that is for all. */
    private static Map<String, Set<String>> roles(
            Jwt token, SecuritySettings.Claims claims, BiPredicate<String, String> mayGrant) {
        var roles = new HashMap<String, Set<String>>();
        claims.roles().stream()
                .flatMap(it -> Claim.words(token, it).stream())
                .flatMap(claims.grants()::of)
                .filter(it -> it.agency().equals(Caller.EVERYWHERE) == Caller.PLATFORM_WIDE.contains(it.role()))
                .filter(it -> mayGrant.test(it.agency(), it.role()))
                .forEach(it ->
                        roles.computeIfAbsent(it.agency(), _ -> new HashSet<>()).add(it.role()));
        roles.replaceAll((_, them) -> Set.copyOf(them));
        return Map.copyOf(roles);
    }

    private static int level(Jwt token, SecuritySettings.Claims claims) {
        var said = Claim.text(token, claims.identityLevel());
        if (said == null) {
            return 0;
        }
        var meant = claims.levels().get(said);
        if (meant != null) {
            return Math.clamp(meant, 0, 2);
        }
        return said.matches("[012]") ? Integer.parseInt(said) : 0;
    }

    private static String language(@Nullable String locale) {
        return locale != null && locale.startsWith("en") ? "en" : "vi";
    }
}
