package io.motcua.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** In the pool, and at the gateway, whose handlers are functional routes. */
@ServiceTest
@TestPropertySource(properties = "spring.application.name=door")
class CallerTests {

    @Autowired
    Api api;

    @ParameterizedTest
    @ValueSource(strings = {"/agencies/H37/caller", "/routed/H37"})
    void controllers_and_routes_know_the_caller_and_its_token(String path) {
        var token = Tokens.staffMember("020190001234", "H37", "leader");
        var seen = api.as(token).get(path).body();
        assertThat(seen.path("person").asString()).matches("[a-z0-9]{26}");
        assertThat(seen.path("roles").toString()).isEqualTo("{\"H37\":[\"leader\"]}");
        assertThat(seen.path("token").asString()).isEqualTo(token);
    }

    /** Whatever the issuer may grant. */
    @Test
    void the_operator_alone_is_one_everywhere_and_of_no_agency() {
        var token = Tokens.token(it -> it.claim("personalId", "020190001234")
                .claim("roles", List.of("leader", "auditor", "H37:operator", "H37:leader", "operator")));
        assertThat(api.as(token).get("/agencies/H37/caller").body().path("roles"))
                .isEqualTo(JsonMapper.shared().readTree("{\"H37\": [\"leader\"], \"*\": [\"operator\"]}"));
    }

    @Test
    void a_route_declares_nothing_and_forwards_for_anyone() {
        var answer = api.get("/routed/H37");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("person").asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agencies/H37/caller", "/routed/H37"})
    void a_bad_token_is_refused_before_either(String path) {
        assertThat(api.as(Tokens.forged()).get(path).status()).isEqualTo(401);
    }

    @Test
    void the_gateways_own_tokens_are_for_own_instances_only() {
        assertThat(api.as(Tokens.forwarded("door", "H37", "p1"))
                        .get("/agencies/H37/caller")
                        .status())
                .isEqualTo(401);
    }
}
