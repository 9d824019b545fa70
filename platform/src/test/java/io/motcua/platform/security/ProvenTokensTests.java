package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import io.motcua.platform.testing.MovingClock;
import io.motcua.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** A token that was proven once is known again, and for nothing that its proof does not cover. */
class ProvenTokensTests {

    private final MovingClock clock = new MovingClock();
    private final TestIssuer issuer = new TestIssuer("https://directory.test");
    private final TestIssuer other = new TestIssuer("https://other.test");
    private final TestIssuer forger = new TestIssuer("https://directory.test");
    private final AtomicInteger read = new AtomicInteger();
    private final TrustedIssuers trusted = new TrustedIssuers(List.of(trust(issuer), trust(other)), clock);

    @Test
    void a_token_is_checked_once() {
        var token = issuer.sign(claims(issuer, "p1", Duration.ofHours(1)));
        assertThat(person(token)).isEqualTo("p1");
        assertThat(person(token)).isEqualTo("p1");
        assertThat(read).hasValue(1);
    }

    @Test
    void every_request_has_an_authentication_of_its_own() {
        var token = issuer.sign(claims(issuer, "p1", Duration.ofHours(1)));
        var first = authenticated(token, "first");
        var second = authenticated(token, "second");
        assertThat(first.getDetails()).isEqualTo("first");
        assertThat(second.getDetails()).isEqualTo("second");
    }

    @Test
    void a_token_that_has_expired_is_refused_at_once() {
        var token = issuer.sign(claims(issuer, "p1", Duration.ofMinutes(1)));
        for (int i = 0; i < 9; i++) {
            assertThat(person(token)).isEqualTo("p1");
            clock.pass(Duration.ofSeconds(10));
        }
        refused(token);
    }

    @Test
    void a_withdrawn_key_has_proven_nothing_once_the_set_is_read_anew() {
        var old = issuer.sign(claims(issuer, "p1", Duration.ofHours(8)));
        assertThat(person(old)).isEqualTo("p1");
        assertThat(person(old)).isEqualTo("p1");
        issuer.rotate();
        clock.pass(IssuerKeys.PAUSE);
        assertThat(person(issuer.sign(claims(issuer, "p2", Duration.ofHours(8)))))
                .as("a token with the new key makes the set be read")
                .isEqualTo("p2");
        refused(old);
    }

    @Test
    void a_token_of_an_issuer_that_is_away_for_more_than_a_day_holds_no_longer() {
        var token = issuer.sign(claims(issuer, "p1", Duration.ofDays(3)));
        assertThat(person(token)).isEqualTo("p1");
        issuer.goAway();
        clock.pass(IssuerKeys.OUTAGE.minusMinutes(1));
        assertThat(person(token)).isEqualTo("p1");
        assertThat(person(token)).isEqualTo("p1");
        clock.pass(Duration.ofMinutes(1));
        assertThatExceptionOfType(TrustedIssuers.IssuerAway.class).isThrownBy(() -> person(token));
    }

    @Test
    void a_forged_token_does_not_pass_for_the_one_whose_claims_it_has() {
        var claims = claims(issuer, "p1", Duration.ofHours(1));
        assertThat(person(issuer.sign(claims))).isEqualTo("p1");
        var forged = forger.sign(claims);
        refused(forged);
        refused(forged);
    }

    @Test
    void what_another_issuer_signs_is_not_what_the_first_one_did() {
        assertThat(person(issuer.sign(claims(issuer, "p1", Duration.ofHours(1)))))
                .isEqualTo("p1");
        assertThat(person(other.sign(claims(other, "p1", Duration.ofHours(1))))).isEqualTo("p1");
        refused(other.sign(claims(issuer, "p1", Duration.ofHours(1))));
        assertThat(read).hasValue(2);
    }

    private Trust trust(TestIssuer of) {
        return new Trust(of.name(), of.jwkSetUri(), "motcua", Trust.ASYMMETRIC, Trust.ANY_TYPE, token -> {
            read.incrementAndGet();
            return new Caller(token.getSubject(), Map.of(), 0, "vi", null, null, null);
        });
    }

    private JWTClaimsSet claims(TestIssuer of, String person, Duration life) {
        return new JWTClaimsSet.Builder()
                .issuer(of.name())
                .subject(person)
                .audience("motcua")
                .expirationTime(Date.from(clock.instant().plus(life)))
                .build();
    }

    private String person(String token) {
        return authenticated(token, "here").getName();
    }

    private Authentication authenticated(String token, String from) {
        var bearer = new BearerTokenAuthenticationToken(token);
        bearer.setDetails(from);
        return trusted.resolve(new MockHttpServletRequest()).authenticate(bearer);
    }

    private void refused(String token) {
        Class<? extends AuthenticationException> invalid = InvalidBearerTokenException.class;
        assertThatExceptionOfType(invalid).isThrownBy(() -> person(token));
    }
}
