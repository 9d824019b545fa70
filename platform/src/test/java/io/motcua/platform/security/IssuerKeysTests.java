package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import io.motcua.platform.testing.MovingClock;
import io.motcua.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** An issuer changes its keys, goes away for a day, and is away when the service starts. */
class IssuerKeysTests {

    private final MovingClock clock = new MovingClock();
    private final TestIssuer issuer = new TestIssuer("https://directory.test");
    private final TestIssuer forger = new TestIssuer("https://directory.test");
    private final TrustedIssuers trusted = new TrustedIssuers(
            List.of(new Trust(
                    issuer.name(),
                    issuer.jwkSetUri(),
                    "motcua",
                    Trust.ASYMMETRIC,
                    Trust.ANY_TYPE,
                    token -> new Caller(token.getSubject(), Map.of(), 0, "vi", null, null, null))),
            clock);

    @Test
    void a_new_key_works_with_its_first_token() {
        assertThat(person(token())).isEqualTo("p1");
        clock.pass(IssuerKeys.PAUSE);
        issuer.rotate();
        assertThat(person(token())).isEqualTo("p1");
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void a_withdrawn_key_works_no_longer_than_the_set_is_fresh() {
        var old = token(Duration.ofHours(8));
        assertThat(person(old)).isEqualTo("p1");
        issuer.rotate();
        clock.pass(IssuerKeys.FRESH);
        refused(old);
        assertThat(person(token())).isEqualTo("p1");
    }

    @Test
    void a_set_in_use_is_read_anew_before_it_is_stale() {
        var old = token(Duration.ofHours(8));
        assertThat(person(old)).isEqualTo("p1");
        issuer.rotate();
        clock.pass(IssuerKeys.FRESH.minus(IssuerKeys.AHEAD));
        issuer.keepSilent();
        assertThat(person(old)).as("nobody waits for the issuer").isEqualTo("p1");
        issuer.speakAgain();
        await().until(() -> issuer.asked() == 2);
        await().untilAsserted(() -> refused(old));
    }

    @Test
    void an_outage_of_nearly_a_day_logs_nobody_out() {
        assertThat(person(token())).isEqualTo("p1");
        issuer.goAway();
        for (var passed = Duration.ZERO;
                passed.compareTo(Duration.ofHours(23)) < 0;
                passed = passed.plus(Duration.ofMinutes(30))) {
            clock.pass(Duration.ofMinutes(30));
            assertThat(person(token())).as("after " + passed).isEqualTo("p1");
        }
        clock.pass(Duration.ofHours(2));
        away(token());
        issuer.comeBack();
        clock.pass(IssuerKeys.PAUSE);
        assertThat(person(token())).isEqualTo("p1");
    }

    @Test
    void forgers_do_not_log_anybody_out_during_an_outage() {
        assertThat(person(token())).isEqualTo("p1");
        issuer.goAway();
        clock.pass(IssuerKeys.FRESH);
        for (int i = 0; i < 50; i++) {
            away(forged());
            assertThat(person(token())).isEqualTo("p1");
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(issuer.asked()).as("50 s, one question each 5 s").isBetween(2, 13);
    }

    @Test
    void forgers_do_not_make_us_flood_the_issuer() {
        assertThat(person(token())).isEqualTo("p1");
        clock.pass(IssuerKeys.PAUSE);
        for (int i = 0; i < 50; i++) {
            refused(forged());
        }
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void an_issuer_that_is_away_at_the_start_is_waited_for() {
        issuer.goAway();
        away(token());
        issuer.comeBack();
        away(token());
        clock.pass(IssuerKeys.PAUSE);
        assertThat(person(token())).isEqualTo("p1");
    }

    private String token() {
        return token(Duration.ofHours(1));
    }

    private String token(Duration life) {
        return issuer.sign(claims(life));
    }

    private String forged() {
        return forger.sign(claims(Duration.ofHours(1)));
    }

    private JWTClaimsSet claims(Duration life) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .subject("p1")
                .audience("motcua")
                .expirationTime(Date.from(clock.instant().plus(life)))
                .build();
    }

    private String person(String token) {
        return trusted.resolve(issuer.name())
                .authenticate(new BearerTokenAuthenticationToken(token))
                .getName();
    }

    private void refused(String token) {
        fails(token, InvalidBearerTokenException.class);
    }

    private void away(String token) {
        fails(token, TrustedIssuers.IssuerAway.class);
    }

    private void fails(String token, Class<? extends AuthenticationException> how) {
        assertThatExceptionOfType(how).isThrownBy(() -> person(token));
    }
}
