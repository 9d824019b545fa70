package io.motcua.gateway.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import io.motcua.embedded.EmbeddedStore;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What an instance knows of keys while its store, which is its own to take away here, is there or not. */
class KnownAppsTest {

    private static final Duration UNCONFIRMED = Duration.ofHours(1);
    private static final EntryType NOTED = new EntryType("noted", Audience.INTERNAL, false);
    private static final Actor ACTOR = new Actor("somebody", "operator");

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final MongoTemplate mongo = new MongoTemplate(
            MongoClients.create(store.uri() + "/?serverSelectionTimeoutMS=100&connectTimeoutMS=100"), "apps");
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T05:00:00Z"));
    private final Aggregates<App> records = new AggregatesFactory(mongo, clock, null).of("apps", App.class, "-");
    private final KeyText key = KeyText.fresh("abcdefgh2345");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_revocation_at_one_instance_is_known_at_another_when_it_has_read() {
        register();
        var one = instance();
        assertThat(alive(one)).isTrue();

        revoke();

        assertThat(alive(one)).as("from memory").isTrue();
        one.refresh();
        assertThat(alive(one)).isFalse();
    }

    @Test
    void without_the_store_known_keys_go_on_for_an_hour_and_no_longer() {
        register();
        var one = instance();
        store.close();

        one.refresh();
        assertThat(alive(one)).isTrue();
        clock.pass(UNCONFIRMED);
        one.refresh();
        assertThat(alive(one)).isTrue();
        clock.pass(Duration.ofMillis(1));
        one.refresh();

        assertThatThrownBy(() -> one.by(key)).isInstanceOf(Problem.class).hasMessage("not-ready");
        assertThat(one.from("https://portal.example"))
                .as("origins need no confirmation")
                .hasSize(1);
        assertThat(one.ready()).isTrue();
    }

    @Test
    void an_instance_that_has_never_read_knows_nothing_and_says_so() {
        var fresh = new KnownApps(records, settings(), clock);
        store.close();
        fresh.refresh();

        assertThat(fresh.ready()).isFalse();
        assertThatThrownBy(() -> fresh.by(key)).isInstanceOf(Problem.class).hasMessage("not-ready");
    }

    private KnownApps instance() {
        var instance = new KnownApps(records, settings(), clock);
        instance.refresh();
        return instance;
    }

    private static AppSettings settings() {
        return new AppSettings(UNCONFIRMED, Map.of());
    }

    private boolean alive(KnownApps apps) {
        return apps.by(key).orElseThrow().key().alive(clock.instant());
    }

    private void register() {
        var now = clock.instant();
        var app = new App(
                "portal",
                null,
                List.of(App.ALL),
                List.of(Scope.CATALOGUE_READ),
                Quota.USUAL,
                List.of("https://portal.example"),
                List.of(new ApiKey(key.id(), key.hash(), now, now.plus(Duration.ofDays(9)), null)),
                false);
        records.create("a1", "*", new Cause("made"), ACTOR, Decision.of(app, new Fact(NOTED, Map.of())));
    }

    private void revoke() {
        records.decide(
                "*",
                "a1",
                new Cause("revoked"),
                ACTOR,
                null,
                it -> Decision.of(it.state().withoutKey(key.id(), clock.instant()), new Fact(NOTED, Map.of())));
    }
}
