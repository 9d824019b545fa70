package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.casework.Alarm;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DraftExpiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Alarms on the store and through the sweeper. */
class SweepTests extends DossierServiceTest {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Casework casework;

    @Autowired
    private Clock clock;

    @Test
    void papers_that_do_not_come_in_time_refuse_the_dossier_never_early_and_with_its_slip() {
        var id = submitted();
        refused(
                command(
                        staff("receptionist")
                                .ifMatch(staff("receptionist")
                                        .get(DOSSIERS + "/" + id)
                                        .revision()),
                        id,
                        "supplement-requests",
                        Map.of("items", List.of("Sổ hộ khẩu"), "deadline", "2021-06-08T17:30:00+07:00")),
                422,
                "deadline-too-early");
        var deadline = clock.instant().plus(Duration.ofMillis(1500));
        decide(
                "receptionist",
                id,
                "supplement-requests",
                Map.of("items", List.of("Sổ hộ khẩu"), "deadline", deadline.toString()));

        await().atMost(Duration.ofSeconds(20)).until(() -> status(id) == 3);

        var shown = dossier(id);
        assertThat(Instant.parse(shown.path("endedAt").asString())).isAfterOrEqualTo(deadline);
        assertThat(shown.path("endReason").asString()).startsWith("Quá thời hạn bổ sung");
        assertThat(published(
                        DossierRefused.TYPE, awaitEvent(DossierRefused.TYPE, id).key()))
                .isOne();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> history(id).stream()
                                .filter(it -> it.path("type").asString().equals("slip-filed"))
                                .count()
                        == 2);
    }

    @Test
    void the_office_is_reminded_once_though_many_strike_and_the_applicant_does_not_hear_of_it() throws Exception {
        var id = processing();
        ring(id);
        var seen = dossiers.find("H37", id).orElseThrow();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var strikes = IntStream.range(0, 8)
                    .<Callable<Set<Alarm>>>mapToObj(_ -> () -> casework.strike(seen))
                    .toList();
            for (var done : instances.invokeAll(strikes)) {
                done.get();
            }
        }

        var event = awaitEvent(DossierDueSoon.TYPE, id);
        assertThat(event.data().path("unit").asString()).isEqualTo(Catalogue.UNIT);
        assertThat(event.data().at("/mailbox/contact").propertyNames()).containsExactly("notification-service");
        assertThat(history(id)).noneMatch(it -> it.path("type").asString().contains("due-soon"));
        assertThat(staff("auditor")
                        .get(DOSSIERS + "/" + id + "/history")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("type").asString().equals(DossierDueSoon.TYPE.name())))
                .hasSize(1);
        assertThat(published(DossierDueSoon.TYPE, id)).isOne();
        var after = staff("specialist").get(DOSSIERS + "/" + id).body();
        assertThat(after.path("apologyDraft").isObject()).isTrue();
        assertThat(dossier(id).path("apologyDraft").isObject()).isFalse();
        assertThat(new String(api.get("/actuator/prometheus").bytes())).contains("motcua_alarms_lag");
    }

    @Test
    void a_forgotten_draft_is_told_of_and_erased_with_its_papers() {
        var id = begin(Catalogue.RESIDENCE);
        var paper = ok(attach(citizen(), id, "CT01"), 201).body().path("id").asString();
        due(id, "state.lapse.tellAt");
        var event = awaitEvent(DraftExpiring.TYPE, id);
        assertThat(event.data().at("/dossier/id").asString()).isEqualTo(id);

        due(id, "state.lapse.eraseAt");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> citizen().get(DOSSIERS + "/" + id).status() == 404
                        && !mongo.exists(query(where("_id").is(paper)), "contents.files"));
        var left = dossiers.find("H37", id).orElseThrow().state();
        assertThat(left.form()).isEqualTo("{}");
        assertThat(left.applicant().name()).isNull();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dossiers.find("H37", id).orElseThrow().state().alarmAt() == null);
        assertThat(dossiers.find("H37", id).orElseThrow().state().attachments()).isEmpty();
    }

    /** Autosaves change what is there and write no history. */
    @Test
    void autosaves_leave_no_history_and_keep_the_draft() {
        var id = begin(Catalogue.BIRTH);
        long revision = citizen().get(DOSSIERS + "/" + id).revision();
        for (int i = 0; i < 20; i++) {
            revision = ok(
                            citizen().ifMatch(revision).patch(DOSSIERS + "/" + id, Map.of("form", Map.of("copies", i))),
                            200)
                    .revision();
        }
        assertThat(history(id)).hasSize(1);
        assertThat(dossier(id).at("/form/copies").asInt()).isEqualTo(19);
        refused(citizen().ifMatch(1).patch(DOSSIERS + "/" + id, Map.of("form", Map.of())), 412, "stale");
    }

    private void due(String id, String field) {
        var past = Date.from(clock.instant().minusSeconds(1));
        mongo.updateFirst(
                query(where("_id").is(id)),
                new Update().set(field, past).set("state.alarmAt", past).inc("version", 1),
                "dossiers");
    }

    /** The time has come: two days before the due date, and the store says so. */
    private void ring(String id) {
        var past = Date.from(clock.instant().minusSeconds(1));
        mongo.updateFirst(
                query(where("_id").is(id)),
                new Update()
                        .set("state.watch.dueSoonAt", past)
                        .set("state.watch.apologyAt", past)
                        .set("state.alarmAt", past)
                        .inc("version", 1),
                "dossiers");
    }
}
