package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Filing goes on while others are away; neither catalogue nor payment runs in any of these tests. */
class OutageTests extends DossierServiceTest {

    @Value("${spring.mongodb.database}")
    String database;

    @Autowired
    MongoTemplate mongo;

    @Test
    void without_a_broker_one_files_and_the_events_arrive_when_there_is_one() {
        String id;
        try (var cutOff = instance(Map.of(
                "spring.mongodb.database", database,
                "spring.kafka.bootstrap-servers", "127.0.0.1:1",
                "motcua.relay.lease", "2s"))) {
            var there = at(cutOff).as(Tokens.citizen(CITIZEN_ID));
            id = begin(there, Catalogue.RESIDENCE, "ONLINE");
            ok(attach(there, id, "CT01"), 201);
            ok(command(there, id, "submission", Map.of()), 200);
        }

        assertThat(awaitEvent(DossierSubmitted.TYPE, id).key()).isEqualTo(id);
        assertThat(published(DossierSubmitted.TYPE, id)).isEqualTo(1);
    }

    @Test
    void before_the_first_reading_an_unknown_service_is_not_denied() {
        try (var fresh = instance(Map.of(
                "spring.mongodb.database",
                "test-" + UUID.randomUUID(),
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:1"))) {
            var answer = at(fresh).as(Tokens.citizen(CITIZEN_ID)).post(DOSSIERS, draft(Catalogue.BIRTH, "ONLINE"));

            refused(answer, 503, "not-ready");
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(at(fresh).get("/actuator/health/readiness").status()).isEqualTo(503);
        }
    }

    @Test
    void an_emptied_database_refills_its_copies() {
        for (var collection : List.of("procedures", "agencies", "units", "calendars", "copyOffsets")) {
            mongo.remove(new Query(), collection);
        }

        awaitCatalogue();
        assertThat(status(submitted())).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/actuator/health/readiness").status() == 200);
    }

    @Test
    void two_instances_side_by_side_do_everything_once() {
        try (var second = instance(Map.of("spring.mongodb.database", database, "motcua.relay.lease", "2s"))) {
            var citizens = List.of(api, at(second)).stream()
                    .map(it -> it.as(Tokens.citizen(CITIZEN_ID)))
                    .toList();
            var ids = IntStream.range(0, 12)
                    .mapToObj(i -> {
                        var id = begin(citizens.get(i % 2), Catalogue.RESIDENCE, "ONLINE");
                        ok(attach(citizens.get((i + 1) % 2), id, "CT01"), 201);
                        ok(command(citizens.get(i % 2), id, "submission", Map.of()), 200);
                        pay(id, "order-" + id);
                        return id;
                    })
                    .toList();

            for (var id : ids) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> dossier(id).at("/demands/0/paid").asBoolean());
                decide("receptionist", id, "acceptance", Map.of());
                awaitEvent(DossierAccepted.TYPE, id);
                assertThat(published(DossierSubmitted.TYPE, id)).isEqualTo(1);
                assertThat(published(DossierAccepted.TYPE, id)).isEqualTo(1);
                assertThat(history(id).stream()
                                .filter(it -> it.path("type").asString().equals("payment-noted")))
                        .hasSize(1);
            }
            assertThat(ids.stream().map(id -> dossier(id).path("code").asString()))
                    .doesNotHaveDuplicates();
            rush(citizens);
        }
    }

    /** 64 clients at once, on both instances: every number once and none left out. */
    private void rush(List<Api> instances) {
        var drafts = IntStream.range(0, 64)
                .mapToObj(i -> begin(instances.get(i % 2), Catalogue.CROWDED, "ONLINE"))
                .toList();
        var start = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, drafts.size())
                    .mapToObj(i -> clients.submit(() -> {
                        start.await();
                        return command(instances.get(i % 2), drafts.get(i), "submission", Map.of());
                    }))
                    .toList();
            start.countDown();
            var ordinals = answers.stream()
                    .map(OutageTests::result)
                    .map(it -> ok(it, 200).body().path("code").asString())
                    .map(code -> Integer.valueOf(code.substring(code.lastIndexOf('-') + 1)))
                    .sorted()
                    .toList();
            assertThat(ordinals)
                    .isEqualTo(IntStream.range(ordinals.getFirst(), ordinals.getFirst() + drafts.size())
                            .boxed()
                            .toList());
        }
    }

    private static Api.Answer result(Future<Api.Answer> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
