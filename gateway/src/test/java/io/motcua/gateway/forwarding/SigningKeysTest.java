package io.motcua.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClients;
import com.nimbusds.jwt.SignedJWT;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@NeedsBackends
class SigningKeysTest {

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "keys-" + UUID.randomUUID());
    private final Hand clock = new Hand();
    private final SigningKeys one = new SigningKeys(mongo, clock);
    private final SigningKeys other = new SigningKeys(mongo, clock);

    @Test
    void nothing_is_signed_that_could_not_be_looked_up() {
        assertThatExceptionOfType(Problem.class).isThrownBy(one::current);
        one.refresh();
        assertThat(kids(one)).containsExactly(one.current().getKeyID());
    }

    @Test
    void every_instance_shows_the_public_keys_of_all() {
        one.refresh();
        other.refresh();
        one.refresh();
        assertThat(kids(one))
                .isEqualTo(kids(other))
                .containsExactlyInAnyOrder(
                        one.current().getKeyID(), other.current().getKeyID());
        assertThat(one.shown().getKeys()).noneMatch(it -> it.isPrivate());
    }

    @Test
    void a_key_signs_for_a_day_and_is_shown_for_an_hour_after() {
        one.refresh();
        var first = one.current().getKeyID();
        clock.forward(SigningKeys.SIGNS.minusSeconds(1));
        one.refresh();
        assertThat(one.current().getKeyID()).isEqualTo(first);
        clock.forward(Duration.ofSeconds(1));
        one.refresh();
        assertThat(one.current().getKeyID()).isNotEqualTo(first);
        clock.forward(SigningKeys.SHOWN.minusSeconds(1));
        one.refresh();
        assertThat(kids(one)).contains(first, one.current().getKeyID());
        clock.forward(Duration.ofMillis(1));
        one.refresh();
        assertThat(kids(one)).containsExactly(one.current().getKeyID());
    }

    @Test
    void the_key_of_an_instance_that_is_gone_goes_after_an_hour() {
        one.refresh();
        other.refresh();
        var gone = other.current().getKeyID();
        clock.forward(SigningKeys.SHOWN);
        one.refresh();
        assertThat(kids(one)).contains(gone);
        clock.forward(Duration.ofMillis(1));
        one.refresh();
        assertThat(kids(one)).containsExactly(one.current().getKeyID());
    }

    @Test
    void a_token_serves_a_caller_at_one_service_and_agency_for_a_quarter_of_a_minute_under_one_key() {
        one.refresh();
        var forwarding = new Forwarding(one, clock);
        var token = forwarding.token(caller("0"), "dossier-service", "H37");
        assertThat(forwarding.token(caller("0"), "dossier-service", "H37")).isEqualTo(token);
        assertThat(forwarding.token(caller("1"), "dossier-service", "H37")).isNotEqualTo(token);
        assertThat(forwarding.token(caller("0"), "payment-service", "H37")).isNotEqualTo(token);
        assertThat(forwarding.token(caller("0"), "dossier-service", "H97")).isNotEqualTo(token);
        clock.forward(Forwarding.REUSED);
        assertThat(forwarding.token(caller("0"), "dossier-service", "H37")).isNotEqualTo(token);

        clock.forward(SigningKeys.SIGNS.minusSeconds(5));
        var old = forwarding.token(caller("0"), "dossier-service", "H37");
        one.refresh();
        assertThat(forwarding.token(caller("0"), "dossier-service", "H37"))
                .as("signed with the new key")
                .isNotEqualTo(old);
    }

    @Test
    void who_has_lost_a_role_is_not_forwarded_with_it() throws Exception {
        one.refresh();
        var forwarding = new Forwarding(one, clock);
        var leader = new Caller("p", Map.of("H37", Set.of("leader")), 2, "vi", null, null, null);
        var citizen = new Caller("p", Map.of(), 2, "vi", null, null, null);
        assertThat(roles(forwarding.token(leader, "dossier-service", "H37"))).containsExactly("H37:leader");
        assertThat(roles(forwarding.token(citizen, "dossier-service", "H37"))).isEmpty();
    }

    private static List<String> roles(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles");
    }

    private static Caller caller(String person) {
        return new Caller(person, Map.of(), 2, "vi", null, null, null);
    }

    private static List<String> kids(SigningKeys keys) {
        return keys.shown().getKeys().stream().map(it -> it.getKeyID()).sorted().toList();
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2021-06-08T05:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
