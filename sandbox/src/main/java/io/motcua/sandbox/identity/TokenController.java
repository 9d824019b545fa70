package io.motcua.sandbox.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Test sign-ins by one click, for pages that let people try the API. No password: all of them are public, and so is whoever
 * they sign in. Any page may ask, for nothing here depends on the browser that asks.
 */
@RestController
@CrossOrigin("*")
class TokenController {

    private static final Duration LASTING = Duration.ofHours(1);

    private final SignIns signIns;
    private final JwtEncoder tokens;
    private final String issuer;
    private final Clock clock;

    TokenController(
            SignIns signIns, JWKSource<SecurityContext> keys, AuthorizationServerSettings settings, Clock clock) {
        this.signIns = signIns;
        this.tokens = new NimbusJwtEncoder(keys);
        this.issuer = Objects.requireNonNull(settings.getIssuer());
        this.clock = clock;
    }

    record Person(String username, String name, List<String> roles) {}

    record People(List<Person> items) {}

    record Token(String accessToken, long expiresIn) {}

    @GetMapping("/sign-ins")
    People all() {
        return new People(signIns.all().stream()
                .map(it -> new Person(it.username(), it.name(), it.roles()))
                .toList());
    }

    @PostMapping("/sign-ins/{username}/token")
    Token token(@PathVariable String username) {
        var person = signIns.find(username).orElseThrow(TokenController::unknown);
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject(person.username())
                .audience(List.of(IdentityConfiguration.AUDIENCE))
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(LASTING))
                .claims(it -> it.putAll(person.claims()))
                .build();
        return new Token(tokens.encode(JwtEncoderParameters.from(claims)).getTokenValue(), LASTING.toSeconds());
    }

    private static ErrorResponseException unknown() {
        var reason = "Nobody signs in by this name";
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, reason), null);
    }
}
