package io.motcua.gateway.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppTest {

    private static final Instant NOON = Instant.parse("2026-11-25T05:00:00Z");
    private static final App APP = new App(
            "portal",
            "H37",
            List.of("H37"),
            List.of(Scope.DOSSIERS_READ),
            Quota.USUAL,
            List.of(),
            List.of(key("k0")),
            false);

    @Test
    void a_key_holds_until_it_expires_or_is_revoked() {
        assertThat(key("k0").alive(NOON)).isTrue();
        assertThat(key("k0").alive(NOON.plus(Duration.ofDays(1)))).isFalse();
        assertThat(APP.withoutKey("k0", NOON).key("k0").orElseThrow().alive(NOON))
                .isFalse();
    }

    @Test
    void a_key_that_was_revoked_stays_so_since_then() {
        var once = APP.withoutKey("k0", NOON);
        assertThat(once.withoutKey("k0", NOON.plusSeconds(60))).isEqualTo(once);
        assertThat(once.gone(NOON.plusSeconds(60)).keys()).isEqualTo(once.keys());
    }

    @Test
    void the_oldest_dead_keys_are_forgotten_and_no_living_one_is() {
        var app = APP;
        for (int i = 1; i <= 30; i++) {
            app = app.withKey(key("k" + i), NOON).withoutKey("k" + i, NOON);
        }
        app = app.withKey(key("last"), NOON);

        assertThat(app.key("k0")).as("lives").isPresent();
        assertThat(app.key("last")).isPresent();
        assertThat(app.key("k30")).isPresent();
        assertThat(app.key("k1")).isEmpty();
        assertThat(app.keys()).hasSize(22);
        assertThat(app.liveKeys(NOON)).isEqualTo(2);
    }

    @Test
    void an_app_calls_the_agencies_that_it_names() {
        assertThat(APP.mayCall("H37")).isTrue();
        assertThat(APP.mayCall("G22")).isFalse();
        var everywhere = new App("x", null, List.of(App.ALL), List.of(), Quota.USUAL, List.of(), List.of(), false);
        assertThat(everywhere.mayCall("G22")).isTrue();
    }

    private static ApiKey key(String id) {
        return new ApiKey(id, "hash-" + id, NOON.minusSeconds(1), NOON.plus(Duration.ofDays(1)), null);
    }
}
