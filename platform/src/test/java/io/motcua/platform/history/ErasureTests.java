package io.motcua.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What the history has said is destroyed, and that it has said something stays. */
@NeedsBackends
class ErasureTests {

    private static final Actor ACTOR = new Actor("person", "citizen");
    private static final EntryType MADE = new EntryType("io.motcua.test.made.v1", Audience.PUBLIC, true);
    private static final EntryType ERASED = new EntryType("erased", Audience.PUBLIC, false);

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "erasure-" + UUID.randomUUID());
    private final Aggregates<Made> aggregates =
            new AggregatesFactory(mongo, Clock.systemUTC(), null).of("made", Made.class, "test.made");

    record Made(String name) {}

    @Test
    void the_words_go_and_the_chain_goes_on() {
        made();
        published();
        var before = history();

        assertThat(erase("e1").applied()).isTrue();

        var after = history();
        assertThat(after).hasSize(3);
        for (int i = 0; i < 2; i++) {
            assertThat(after.get(i).data()).isNull();
            assertThat(after.get(i).salt()).isNull();
            assertThat(after.get(i).hash()).isEqualTo(before.get(i).hash());
            assertThat(after.get(i).digest()).isEqualTo(before.get(i).digest());
        }
        assertThat(after.getLast().prev()).isEqualTo(before.getLast().hash());
        assertThat(after.getLast().data()).isNotNull();
        // And whoever decides next finds it as any other.
        assertThat(aggregates
                        .decide("H37", "m1", new Cause("c"), ACTOR, null, _ -> decision(MADE, "again"))
                        .applied())
                .isTrue();
        assertThat(history().getLast().prev()).isEqualTo(after.getLast().hash());
    }

    @Test
    void what_is_not_published_yet_goes_out_first() {
        made();

        assertThat(erase("e1").applied()).isFalse();
        assertThat(history()).hasSize(2).allSatisfy(it -> assertThat(it.data()).isNotNull());

        published();
        assertThat(erase("e1").applied()).isTrue();
    }

    @Test
    void a_rule_that_wants_nothing_erases_nothing() {
        made();
        published();

        var left = aggregates.erase("H37", "m1", new Cause("e"), ACTOR, it -> Decision.unchanged(it.state()));

        assertThat(left.applied()).isFalse();
        assertThat(history()).allSatisfy(it -> assertThat(it.data()).isNotNull());
    }

    private void made() {
        aggregates.create("m1", "H37", new Cause("a"), ACTOR, decision(MADE, "Lan"));
        aggregates.decide("H37", "m1", new Cause("b"), ACTOR, null, _ -> decision(MADE, "Lan again"));
    }

    private Decided<Made> erase(String cause) {
        return aggregates.erase("H37", "m1", new Cause(cause), ACTOR, _ -> decision(ERASED, ""));
    }

    /** As the relay leaves it. */
    private void published() {
        mongo.updateFirst(
                new Query(Criteria.where("_id").is("m1")),
                new Update().unset("unpublished").set("publishedSeq", 2L),
                Document.class,
                "made");
    }

    private List<Entry> history() {
        return aggregates.history("H37", "m1", EnumSet.allOf(Audience.class));
    }

    private static Decision<Made> decision(EntryType type, String name) {
        return Decision.of(new Made(name), new Fact(type, new Made(name)));
    }
}
