package io.motcua.platform.security;

import io.motcua.platform.privacy.PersonKeys;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a caller out of the token of an issuer, leaving out what that issuer may not grant. */
final class Callers {

    private final PersonKeys persons;

    Callers(PersonKeys persons) {
        this.persons = persons;
    }

    Caller of(Jwt token, SecuritySettings.Issuer issuer) {
        var claims = issuer.claims();
        var personalId = token.getClaimAsString(claims.personalId());
        // The same person is the same across issuers where the personal id is verified, and only there.
        var person = personalId == null || personalId.isBlank()
                ? persons.of(issuer.issuer() + "\0" + token.getSubject())
                : persons.of(personalId);
        var language = token.getClaimAsString(claims.language());
        return new Caller(
                person,
                roles(token, issuer),
                level(token, claims.identityLevel()),
                language != null && language.startsWith("en") ? "en" : "vi",
                token.getClaimAsString(claims.name()),
                token.getClaimAsString(claims.email()),
                token.getClaimAsString(claims.phone()));
    }

    private static Map<String, Set<String>> roles(Jwt token, SecuritySettings.Issuer issuer) {
        var roles = new HashMap<String, Set<String>>();
        if (token.getClaims().get(issuer.claims().roles()) instanceof List<?> granted) {
            for (var it : granted) {
                var words = String.valueOf(it).split(":", 2);
                var agency = words.length == 2 ? words[0] : Caller.EVERYWHERE;
                var role = words[words.length - 1];
                if (!(words.length == 2 && agency.equals(Caller.EVERYWHERE)) && issuer.mayGrant(agency, role)) {
                    roles.computeIfAbsent(agency, _ -> new HashSet<>()).add(role);
                }
            }
        }
        return Map.copyOf(roles);
    }

    private static int level(Jwt token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case Number level -> Math.clamp(level.intValue(), 0, 2);
            case String text when text.matches("[012]") -> Integer.parseInt(text);
            case null, default -> 0;
        };
    }
}
