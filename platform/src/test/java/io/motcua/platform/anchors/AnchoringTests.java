package io.motcua.platform.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.MongoClients;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Digest;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.MovingClock;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@NeedsBackends
class AnchoringTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Actor ACTOR = new Actor("person", "citizen");
    private static final EntryType NOTED = new EntryType("noted", Audience.PUBLIC, false);
    private static final EntryType ANCHORED = new EntryType("io.motcua.test.anchored.v1", Audience.PUBLIC, true);
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 6, 8);

    private final MovingClock clock = new MovingClock(Instant.parse("2021-06-08T05:00:00Z"));
    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "anchoring-" + UUID.randomUUID());
    private final ECKey key = key("2021");
    private final Aggregates<Note> notes =
            new AggregatesFactory(mongo, clock, null).anchored("notes", Note.class, "test.notes");
    private final Anchoring anchoring = instance(new JWKSet(key));

    record Note(String text) {}

    @Test
    void a_day_is_anchored_when_it_is_over_and_once() throws Exception {
        write("n1", "H37");
        write("n2", "H37");
        write("n3", "H34");
        assertThat(anchoring.until(today())).isZero();

        clock.pass(Duration.ofDays(1));
        assertThat(anchoring.until(today())).isEqualTo(2);
        assertThat(anchoring.until(today())).isZero();

        var anchor = anchors("H37").getFirst();
        assertThat(anchor.day()).isEqualTo("2021-06-08");
        assertThat(anchor.leaves()).isEqualTo(2);
        var signed = JWSObject.parse(anchor.jws());
        assertThat(signed.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(signed.getPayload().toJSONObject())
                .containsEntry("agency", "H37")
                .containsEntry("root", anchor.root())
                .containsEntry("service", "note-service");
        assertThat(anchors("H34")).hasSize(1);
    }

    @Test
    void a_history_is_covered_as_far_as_it_had_come_by_the_end_of_the_day() {
        write("n1", "H37");
        add("n1");
        clock.pass(Duration.ofDays(1));
        add("n1");
        anchoring.until(today());
        assertThat(anchoring.inclusions("H37", "n1")).extracting(Inclusion::seq).containsExactly(2L);

        clock.pass(Duration.ofDays(1));
        anchoring.until(today());
        assertThat(anchoring.inclusions("H37", "n1")).extracting(Inclusion::seq).containsExactly(2L, 3L);
        assertThat(anchors("H37").getLast().previous())
                .isEqualTo(Digest.sha256(anchors("H37").getFirst().jws()));
        assertThat(mongo.count(query(where("unanchored").exists(true)), "notes"))
                .isZero();
    }

    @Test
    void a_day_without_entries_has_no_anchor() {
        write("n1", "H37");
        clock.pass(Duration.ofDays(5));
        anchoring.until(today());
        assertThat(anchors("H37")).extracting(Anchor::day).containsExactly("2021-06-12");
        clock.pass(Duration.ofDays(1));
        assertThat(anchoring.until(today())).isZero();
    }

    @Test
    void what_a_crash_left_half_done_is_taken_up() {
        write("n1", "H37");
        write("n2", "H37");
        clock.pass(Duration.ofDays(1));
        anchoring.until(today());
        // As if the process had ended between the anchor and the marks.
        mongo.updateMulti(
                query(where("_id").is("n2")),
                new Update()
                        .unset("anchors")
                        .set("unanchored", java.util.Date.from(Instant.parse("2021-06-08T05:00:00Z"))),
                "notes");
        assertThat(anchoring.until(today())).isZero();
        assertThat(anchoring.inclusions("H37", "n2")).hasSize(1);
        assertThat(mongo.findById("n2", Document.class, "notes")).doesNotContainKey("unanchored");
    }

    /** An instance whose clock is behind, or that was stopped while it wrote. */
    @Test
    void an_entry_that_comes_late_is_the_next_anchors() {
        write("n1", "H37");
        var late = new MovingClock(clock.instant());
        clock.pass(Duration.ofDays(1));
        anchoring.until(today());
        new AggregatesFactory(mongo, late, null)
                .anchored("notes", Note.class, "test.notes")
                .create("n2", "H37", new Cause("late"), ACTOR, noted());
        assertThat(anchoring.until(today())).isZero();
        assertThat(anchoring.inclusions("H37", "n2")).isEmpty();

        clock.pass(Duration.ofDays(1));
        anchoring.until(today());
        assertThat(anchoring.inclusions("H37", "n2")).hasSize(1);
    }

    @Test
    void instances_that_do_it_at_once_make_one_anchor_together() throws Exception {
        for (int n = 0; n < 20; n++) {
            write("n" + n, "H37");
        }
        clock.pass(Duration.ofDays(1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var instances = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> instance(new JWKSet(key)).until(today()))
                    .toList();
            int made = 0;
            for (var it : threads.invokeAll(instances)) {
                made += it.get();
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(anchors("H37")).hasSize(1);
        for (int n = 0; n < 20; n++) {
            var inclusion = anchoring.inclusions("H37", "n" + n);
            assertThat(inclusion).hasSize(1);
            assertThat(inclusion.getFirst().path()).isNotEmpty();
        }
        assertThat(mongo.getCollection("anchorLeaves").countDocuments()).isEqualTo(1);
    }

    @Test
    void without_a_key_nothing_is_anchored_and_nothing_is_lost() {
        write("n1", "H37");
        clock.pass(Duration.ofDays(1));
        assertThat(instance(new JWKSet()).until(today())).isZero();
        assertThat(anchoring.until(today())).isEqualTo(1);
    }

    @Test
    void after_a_change_of_keys_the_new_one_signs_and_both_are_published() throws Exception {
        var next = key("2022");
        write("n1", "H37");
        clock.pass(Duration.ofDays(1));
        var keys = new AnchorKeys(new JWKSet(List.of(next, key.toPublicJWK())));
        assertThat(keys.published().toString())
                .contains("2021", "2022")
                .doesNotContain(next.getD().toString());
        assertThat(JWSObject.parse(keys.sign("{}")).getHeader().getKeyID()).isEqualTo("2022");
    }

    private Anchoring instance(JWKSet keys) {
        return new AnchoringFactory(
                        mongo, new AggregatesFactory(mongo, clock, null), new AnchorKeys(keys), clock, "note-service")
                .of("notes", "test.notes", ZONE, new Anchoring.Announcement(ANCHORED, it -> it));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private List<Anchor> anchors(String agency) {
        return anchoring.of(agency, FIRST_DAY, FIRST_DAY.plusYears(1), 10);
    }

    private void write(String id, String agency) {
        notes.create(id, agency, new Cause("first of " + id), ACTOR, noted());
    }

    private void add(String id) {
        notes.decide("H37", id, new Cause(UUID.randomUUID().toString()), ACTOR, null, _ -> noted());
    }

    private static Decision<Note> noted() {
        return Decision.of(new Note("text"), new Fact(NOTED, new Note("text")));
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
