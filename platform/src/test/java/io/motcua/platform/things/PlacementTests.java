package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import io.motcua.platform.things.ThingService.Foreign;
import io.motcua.platform.things.ThingService.Thing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance of the pool, and agencies that come and go. */
@ServiceTest
class PlacementTests {

    private static final Map<String, Object> LAMP = Map.of("name", "lamp", "count", 0);

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    Aggregates<Thing> things;

    @Test
    void an_agency_that_has_its_own_instances_is_misdirected_here_until_it_comes_back() {
        assertThat(make("M01")).as("without a record").isEqualTo(201);
        events.place("M01");
        assertThat(make("M01")).as("placed in the pool").isEqualTo(201);
        events.place("M01", "thing-service");
        await().until(() -> make("M01") == 421);
        assertThat(make("m01")).as("written otherwise").isEqualTo(421);
        events.place("M01", "another-service");
        await().until(() -> make("M01") == 201);
    }

    @Test
    void its_events_are_left_to_its_own_instances() {
        var apart = thing("M02");
        var pooled = thing("M03");
        events.place("M02", "thing-service");
        await().until(() -> make("M02") == 421);

        count("M02", apart);
        count("M03", pooled);

        await().until(() -> counted("M03", pooled) == 1);
        assertThat(counted("M02", apart)).isZero();
    }

    private int make(String agency) {
        return api.as(Tokens.citizen("020190001234"))
                .post("/agencies/" + agency + "/things", LAMP)
                .status();
    }

    private String thing(String agency) {
        var cause = Cause.request(UUID.randomUUID().toString());
        return things.create(
                        cause.derivedId("thing"),
                        agency,
                        cause,
                        new Actor("person", "citizen"),
                        Decision.of(new Thing("lamp", 0)))
                .snapshot()
                .id();
    }

    /** Both on one partition, so that the second is handled after the first. */
    private void count(String agency, String thing) {
        events.publish("test.foreign", "same", "io.motcua.test.foreign.v1", agency, 1, new Foreign(thing, 1));
    }

    private int counted(String agency, String thing) {
        return things.find(agency, thing).orElseThrow().state().count();
    }
}
