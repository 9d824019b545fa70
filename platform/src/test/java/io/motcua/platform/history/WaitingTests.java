package io.motcua.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Since when something waits to be published, which the relay goes by and operators watch. */
@NeedsBackends
class WaitingTests {

    private static final Actor ACTOR = new Actor("person", "citizen");
    private static final EntryType MADE = new EntryType("io.motcua.test.made.v1", Audience.PUBLIC, true);
    private static final Instant NOON = Instant.parse("2021-06-08T05:00:00.250Z");

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "waiting-" + UUID.randomUUID());

    record Made(String name) {}

    @Test
    void the_oldest_entry_counts() {
        var id = at(NOON).create("m1", "H37", new Cause("a"), ACTOR, made("first"))
                .snapshot()
                .id();
        for (int minute = 1; minute < 3; minute++) {
            at(NOON.plus(Duration.ofMinutes(minute))).decide("H37", id, cause(minute), ACTOR, null, _ -> made("next"));
        }
        assertThat(mongo.findById(id, Document.class, "made"))
                .containsEntry("unpublished", Date.from(NOON))
                .containsEntry("seq", 3L);
    }

    @Test
    void who_reads_a_history_under_a_mark_of_his_own_is_told_again_of_what_came_later() {
        var things = at(NOON);
        things.create("m2", "H34", new Cause("a"), ACTOR, made("first"));
        things.create("m3", "H34", new Cause("b"), ACTOR, made("first"));
        var later = at(NOON.plusSeconds(60));
        assertThat(later.waiting("unread")).containsEntry("H34", 2L);
        var read = later.waiting("unread", "H34", 10);

        later.decide("H34", "m3", cause(1), ACTOR, null, _ -> made("next"));
        later.read("unread", read);

        assertThat(later.waiting("unread", "H34", 10))
                .extracting(it -> it.snapshot().id())
                .containsExactly("m3");
        assertThat(later.waitingSince("unread", "H34")).contains(NOON);
        later.read("unread", later.waiting("unread", "H34", 10));
        assertThat(later.waitingSince("unread", "H34")).isEmpty();
        later.waitAgain("unread", "H34", Instant.EPOCH);
        var again = later.waiting("unread", "H34", 10);
        later.waitAgain("unread", "H34", Instant.EPOCH.minusMillis(1));
        later.read("unread", again);
        assertThat(later.waiting("unread")).containsEntry("H34", 2L);
    }

    private Aggregates<Made> at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Aggregates<>(
                mongo,
                new Outbox("made", "test.made"),
                Made.class,
                clock,
                () -> null,
                List.of("unread"),
                Protection.NONE);
    }

    private static Cause cause(int number) {
        return new Cause("cause" + number);
    }

    private static Decision<Made> made(String name) {
        return Decision.of(new Made(name), new Fact(MADE, new Made(name)));
    }
}
