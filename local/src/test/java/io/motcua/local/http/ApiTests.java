package io.motcua.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import io.motcua.local.http.FakeServer.Reply;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiTests {

    @Test
    void each_post_has_a_request_key_of_its_own_and_the_callers_token() throws IOException {
        Set<String> keys = new HashSet<>();
        Set<String> callers = new HashSet<>();
        try (var server = new FakeServer((exchange, _) -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            callers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            return new Reply(201, "{\"id\":7}");
        })) {
            var api = Api.at(server.address()).as("token");
            assertThat(api.post("/a", Map.of("b", 1))
                            .expect(201)
                            .json()
                            .path("id")
                            .asInt())
                    .isEqualTo(7);
            api.post("/a", Map.of("b", 1), "\"3\"").expect(201);
            assertThat(server.asked()).containsExactly("POST /a {\"b\":1}", "POST /a {\"b\":1}");
        }
        assertThat(keys).hasSize(2).doesNotContainNull();
        assertThat(callers).containsExactly("Bearer token");
    }

    @Test
    void an_unexpected_answer_is_told_in_the_words_of_its_problem() throws IOException {
        String problem = """
                {"type":"urn:motcua:problem:stale","status":412,"detail":"Somebody was faster."}
                """;
        try (var server =
                new FakeServer((_, _) -> new Reply(412, problem, "Content-Type", "application/problem+json"))) {
            assertThatThrownBy(() -> Api.at(server.address()).get("/a").expect(200))
                    .isInstanceOf(Failure.class)
                    .hasMessage("GET %s/a answered 412: urn:motcua:problem:stale Somebody was faster."
                            .formatted(server.address()));
        }
    }

    @Test
    void nobody_there_is_a_failure_in_one_line() throws IOException {
        var server = new FakeServer((_, _) -> new Reply(200, ""));
        server.close();
        assertThatThrownBy(() -> Api.at(server.address()).get("/a"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("got no answer");
    }
}
