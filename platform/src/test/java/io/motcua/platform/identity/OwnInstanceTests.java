package io.motcua.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.platform.placement.Placements;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Events;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An agency's own instance takes the gateway's word, for this service and agency, and nobody else's. */
@ServiceTest
@TestPropertySource(properties = {"spring.application.name=door", "motcua.placement.agency=H99"})
class OwnInstanceTests {

    static final String CALLER = "/agencies/H99/caller";

    static final Map<String, Supplier<String>> ELSEWHERE = Map.of(
            "an identity provider's own", () -> Tokens.citizen("020190001234"),
            "for another agency", () -> Tokens.forwarded("door", "H37", "p1"),
            "for another service", () -> Tokens.forwarded("window", "H99", "p1"),
            "for nobody in particular", () -> Tokens.forwarded("door", "H99", "p1", it -> it.audience("motcua")),
            "expired",
                    () -> Tokens.forwarded(
                            "door",
                            "H99",
                            "p1",
                            it -> it.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
            "without an end", () -> Tokens.forwarded("door", "H99", "p1", it -> it.expirationTime(null)),
            "for no person", () -> Tokens.forwarded("door", "H99", ""));

    static final List<String> NAMES = ELSEWHERE.keySet().stream().sorted().toList();

    @Autowired
    Api api;

    @Autowired
    Placements placements;

    @BeforeEach
    void place(@Autowired Events events) {
        if (!placements.serves("H99")) {
            events.place("H99", "door");
            await().until(() -> placements.serves("H99"));
        }
    }

    @Test
    void the_gateway_says_who_calls() {
        var token = Tokens.forwarded(
                "door",
                "H99",
                "person-key",
                it -> it.claim("locale", "en").claim("loa", 1).claim("name", "Nông Thị Hoa"),
                "H99:leader",
                "operator");
        var seen = api.as(token).get(CALLER).body();
        assertThat(seen.path("person").asString()).isEqualTo("person-key");
        assertThat(seen.path("roles").toString()).isEqualTo("{\"*\":[\"operator\"],\"H99\":[\"leader\"]}");
        assertThat(seen.path("level").asInt()).isEqualTo(1);
        assertThat(seen.path("language").asString()).isEqualTo("en");
        assertThat(seen.path("name").asString()).isEqualTo("Nông Thị Hoa");
    }

    @Test
    void roles_elsewhere_are_nothing_here() {
        var token = Tokens.forwarded("door", "H99", "p1", "H37:leader", "H99:specialist");
        assertThat(api.as(token).get(CALLER).body().path("roles").toString()).isEqualTo("{\"H99\":[\"specialist\"]}");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void nothing_else_is_accepted(String which) {
        var answer = api.as(ELSEWHERE.get(which).get()).get(CALLER);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
    }

    @Test
    void what_is_public_needs_no_token() {
        assertThat(api.get("/agencies/H99/public").status()).isEqualTo(200);
    }
}
