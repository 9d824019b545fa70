package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.CanonicalJson;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Chain;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.things.ThingService.Counted;
import io.motcua.platform.things.ThingService.Made;
import io.motcua.platform.things.ThingService.Thing;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class HistoryTests {

    private static final Actor ACTOR = new Actor("person", "citizen");

    @Autowired
    Aggregates<Thing> things;

    private static Cause newCause() {
        return Cause.request(UUID.randomUUID().toString());
    }

    private String made() {
        var cause = newCause();
        return things.create(cause.derivedId("thing"), "H37", cause, ACTOR, first())
                .snapshot()
                .id();
    }

    private static Decision<Thing> first() {
        return Decision.of(new Thing("lamp", 0), new Fact(ThingService.MADE, new Made("lamp")));
    }

    @Test
    void the_same_cause_creates_once() {
        var cause = newCause();
        assertThat(things.create(cause.derivedId("thing"), "H37", cause, ACTOR, first())
                        .applied())
                .isTrue();
        var again = things.create(cause.derivedId("thing"), "H37", cause, ACTOR, first());
        assertThat(again.applied()).isFalse();
        assertThat(again.snapshot().revision()).isEqualTo(1);
    }

    @Test
    void the_same_cause_takes_effect_once_and_is_looked_up_before_the_revision() {
        var id = made();
        var cause = newCause();
        assertThat(things.decide("H37", id, cause, ACTOR, 1L, it -> ThingService.count(it, 1))
                        .applied())
                .isTrue();
        var again = things.decide("H37", id, cause, ACTOR, 1L, it -> ThingService.count(it, 1));
        assertThat(again.applied()).isFalse();
        assertThat(again.snapshot().state().count()).isEqualTo(1);
    }

    @Test
    void a_decision_on_an_old_revision_is_refused() {
        var id = made();
        things.decide("H37", id, newCause(), ACTOR, 1L, it -> ThingService.count(it, 1));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> things.decide("H37", id, newCause(), ACTOR, 1L, it -> ThingService.count(it, 1)))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(PlatformProblem.STALE));
    }

    @Test
    void a_quiet_change_leaves_the_revision_and_an_unchanged_one_writes_nothing() {
        var id = made();
        things.decide("H37", id, newCause(), ACTOR, 1L, _ -> Decision.quietly(new Thing("bulb", 0)));
        things.decide("H37", id, newCause(), ACTOR, 1L, it -> Decision.unchanged(it.state()));
        var now = things.find("H37", id).orElseThrow();
        assertThat(now.revision()).isEqualTo(1);
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.state().name()).isEqualTo("bulb");
    }

    @Test
    void another_agency_sees_nothing() {
        var id = made();
        assertThat(things.find("H99", id)).isEmpty();
        assertThat(things.history("H99", id, Set.of(Audience.PUBLIC))).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> things.decide("H99", id, newCause(), ACTOR, null, it -> ThingService.count(it, 1)))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(PlatformProblem.NOT_FOUND));
    }

    @Test
    void racing_decisions_all_take_effect() throws Exception {
        var id = made();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 24)
                    .mapToObj(_ -> threads.submit(
                            () -> things.decide("H37", id, newCause(), ACTOR, null, it -> ThingService.count(it, 1))))
                    .toList()
                    .forEach(it -> assertThat(it).succeedsWithin(java.time.Duration.ofSeconds(30)));
        }
        assertThat(things.find("H37", id).orElseThrow().state().count()).isEqualTo(24);
        assertThat(things.history("H37", id, EnumSet.allOf(Audience.class))).hasSize(25);
    }

    @Test
    void anyone_can_recompute_the_chain() {
        var id = made();
        things.decide("H37", id, newCause(), ACTOR, null, it -> ThingService.count(it, 3));
        var prev = Chain.start(id);
        for (var it : things.history("H37", id, EnumSet.allOf(Audience.class))) {
            assertThat(it.prev()).isEqualTo(prev);
            var salt = Objects.requireNonNull(it.salt());
            assertThat(it.dataHash())
                    .isEqualTo(Chain.salted(salt, CanonicalJson.of(Objects.requireNonNull(it.data()))));
            assertThat(it.digest())
                    .isEqualTo(Chain.digest(it.type(), it.at(), it.actor(), it.dataHash(), it.stateHash()));
            assertThat(it.hash()).isEqualTo(Chain.hash(prev, it.seq(), it.digest()));
            prev = it.hash();
        }
        var last = things.history("H37", id, EnumSet.allOf(Audience.class)).getLast();
        assertThat(last.stateHash())
                .isEqualTo(Chain.salted(Objects.requireNonNull(last.salt()), CanonicalJson.of(new Thing("lamp", 3))));
        assertThat(last.data()).isEqualTo(CanonicalJson.MAPPER.valueToTree(new Counted(3)));
    }

    @Test
    void an_entry_over_64_kB_is_refused_and_nothing_is_written() {
        var id = made();
        var tooLong = Map.of("text", "x".repeat(70_000));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> things.decide(
                        "H37",
                        id,
                        newCause(),
                        ACTOR,
                        null,
                        it -> Decision.of(new Thing("other", 9), new Fact(ThingService.NOTED, tooLong))))
                .satisfies(it -> assertThat(it.kind()).isEqualTo(PlatformProblem.TOO_LARGE));
        assertThat(things.find("H37", id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void an_aggregate_over_2_MB_is_refused() {
        var id = made();
        var large = Map.of("text", "x".repeat(60_000));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 40; i++) {
                        things.decide(
                                "H37",
                                id,
                                newCause(),
                                ACTOR,
                                null,
                                it -> Decision.of(it.state(), new Fact(ThingService.NOTED, large)));
                    }
                })
                .satisfies(it -> assertThat(it.kind()).isEqualTo(PlatformProblem.TOO_LARGE));
    }
}
