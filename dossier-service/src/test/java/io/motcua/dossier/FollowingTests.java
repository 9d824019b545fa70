package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.dossier.testing.Followed;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever may read a dossier may follow it. */
class FollowingTests extends DossierServiceTest {

    @LocalServerPort
    int port;

    @Value("${spring.mongodb.database}")
    String database;

    @Autowired
    MeterRegistry meters;

    /** A stream whose reader has left is noticed at one of the next heartbeats. */
    @BeforeEach
    void nobodyFollows() {
        await().atMost(Duration.ofSeconds(20)).until(() -> followersNow() == 0);
    }

    @Test
    void an_applicant_hears_how_his_dossier_stands_and_whenever_it_moves() throws Exception {
        var id = begin(Catalogue.BIRTH);
        try (var stream = follow(id, null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            var draft = stream.next();
            assertThat(draft.name()).isEqualTo("status");
            assertThat(draft.id()).isEqualTo("1");
            assertThat(draft.data().at("/status/name/vi").asString()).isEqualTo("Bản nháp");

            submit(id);
            var submitted = stream.next();
            assertThat(submitted.status()).isEqualTo(1);
            assertThat(submitted.data().path("code").asString())
                    .isEqualTo(dossier(id).path("code").asString());

            decide("receptionist", id, "acceptance", Map.of());
            var accepted = stream.next();
            assertThat(accepted.status()).isEqualTo(2);
            assertThat(accepted.data().path("revision")).isEqualTo(dossier(id).path("revision"));
            assertThat(accepted.data().path("dueAt")).isEqualTo(dossier(id).path("dueAt"));
            assertThat(accepted.id()).isEqualTo(lastVisible(id));
        }
    }

    /** The other instance follows what happens here, with no broker to hear it from. */
    @Test
    void an_instance_hears_within_seconds_what_another_changed_and_says_goodbye_when_it_stops() throws Exception {
        var id = begin(Catalogue.BIRTH);
        var other = instance(Map.of(
                "spring.mongodb.database", database,
                "spring.kafka.bootstrap-servers", "127.0.0.1:1",
                "motcua.dossiers.following.heartbeat", "200ms",
                "motcua.dossiers.following.at-once", "2"));
        try (other;
                var there = Followed.at(port(other), events(id), Tokens.citizen(CITIZEN_ID), null);
                var here = follow(id, null)) {
            assertThat(there.next().status()).isZero();
            assertThat(here.next().status()).isZero();

            submit(id);
            var written = Instant.now();
            var heard = there.next();
            assertThat(heard.status()).isEqualTo(1);
            assertThat(Duration.between(written, heard.at())).isLessThan(Duration.ofSeconds(3));
            assertThat(here.next().id()).as("an id means the same everywhere").isEqualTo(heard.id());
            await().until(() -> there.heartbeats.get() > 1);

            try (var staff = Followed.at(port(other), events(id), Tokens.staff("H37", "receptionist"), heard.id());
                    var full = Followed.at(port(other), events(id), Tokens.staff("H37", "leader"), null)) {
                assertThat(full.status()).isEqualTo(503);
                assertThat(full.header("Retry-After")).isEqualTo("10");

                other.close();
                assertThat(there.endsWithin(Duration.ofSeconds(10))).isTrue();
                assertThat(staff.endsWithin(Duration.ofSeconds(10))).isTrue();
            }
        }
    }

    @Test
    void who_comes_back_hears_what_he_missed_and_nothing_twice() throws Exception {
        var id = submitted();
        String known;
        try (var before = follow(id, null)) {
            known = before.next().id();
        }
        try (var unchanged = follow(id, known)) {
            decide("receptionist", id, "acceptance", Map.of());
            var accepted = unchanged.next();
            assertThat(accepted.status())
                    .as("the first event after the break is a new one")
                    .isEqualTo(2);
            known = accepted.id();
        }

        decide("receptionist", id, "assignments", Map.of("unit", Catalogue.UNIT));
        putResult(id);

        try (var back = follow(id, known);
                var staff = Followed.at(port, events(id), Tokens.staff("H37", "specialist"), known)) {
            var processing = back.next();
            assertThat(processing.status()).isEqualTo(4);
            assertThat(processing.id()).isEqualTo(lastVisible(id));
            assertThat(Long.parseLong(staff.next().id()))
                    .as("the result that was put is an entry for staff only")
                    .isGreaterThan(Long.parseLong(processing.id()));

            decide("leader", id, "approval", Map.of("decisionNumber", "12/QĐ"));
            assertThat(back.next().status()).isEqualTo(9);
            assertThat(back.silent()).isTrue();
        }
    }

    @Test
    void nobody_follows_what_he_may_not_read() {
        var id = submitted();

        refused(api.as(Tokens.citizen("020190009999")).get(events(id)), 404, "not-found");
        refused(api.as(Tokens.staff("H34", "receptionist")).get(events(id)), 404, "not-found");
        refused(api.as(Tokens.staff("H37", "receptionist")).get(events(begin(Catalogue.BIRTH))), 404, "not-found");
        refused(citizen().get(events("no-such")), 404, "not-found");
        refused(api.get(events(id)), 401, "unauthenticated");
        refused(citizen().header("Last-Event-ID", "1; drop").get(events(id)), 400, "invalid-parameter");
        refused(citizen().header("Accept", "application/json").get(events(id)), 406, "not-acceptable");
    }

    @Test
    void one_person_has_so_many_streams_and_no_more() throws Exception {
        var id = submitted();
        var open = new ArrayList<Followed>();
        try {
            var token = Tokens.citizen(CITIZEN_ID);
            for (int i = 0; i < 8; i++) {
                open.add(Followed.at(port, events(id), token, null));
                assertThat(open.getLast().next().status()).isEqualTo(1);
            }
            var refused = citizen().get(events(id));

            refused(refused, 429, "too-many-streams");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            try (var somebodyElse = Followed.at(port, events(id), Tokens.staff("H37", "leader"), null)) {
                assertThat(somebodyElse.status()).isEqualTo(200);
            }
        } finally {
            for (var it : open) {
                it.close();
            }
        }
    }

    @Test
    void a_stream_ends_when_the_token_does() throws Exception {
        var id = submitted();
        var token = Tokens.token(it -> it.claim("personalId", CITIZEN_ID)
                .expirationTime(Date.from(Instant.now().plusSeconds(2))));
        try (var stream = Followed.at(port, events(id), token, null)) {
            assertThat(stream.next().status()).isEqualTo(1);
            assertThat(stream.endsWithin(Duration.ofSeconds(8))).isTrue();
        }
    }

    private Followed follow(String dossier, @Nullable String lastEventId) {
        return Followed.at(port, events(dossier), Tokens.citizen(CITIZEN_ID), lastEventId);
    }

    private static String events(String dossier) {
        return DOSSIERS + "/" + dossier + "/events";
    }

    private String lastVisible(String dossier) {
        return history(dossier).getLast().path("seq").asString();
    }

    private double followersNow() {
        return meters.get("motcua.dossiers.followers").gauge().value();
    }

    private static int port(ConfigurableApplicationContext instance) {
        return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
