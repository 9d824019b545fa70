package io.motcua.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChainTests {

    @Test
    void holds_when_each_entry_names_the_hash_before_it() {
        assertThat(chain(entry(2, "b", "a"), entry(1, "a", ""), entry(3, "c", "b"))
                        .verify())
                .isEqualTo(2);
    }

    @Test
    void checks_what_its_reader_may_see() {
        assertThat(chain(entry(1, "a", ""), entry(4, "d", "c"), entry(5, "e", "d"))
                        .verify())
                .isEqualTo(1);
    }

    @Test
    void a_changed_entry_breaks_it() {
        assertThatThrownBy(() -> chain(entry(1, "x", ""), entry(2, "b", "a")).verify())
                .isInstanceOf(Failure.class)
                .hasMessage("the history is broken between entries 1 and 2");
    }

    @Test
    void an_entry_without_a_hash_proves_nothing() {
        assertThatThrownBy(() -> chain(entry(1, "", "")).verify())
                .isInstanceOf(Failure.class)
                .hasMessage("entry 1 of the history has no hash");
    }

    private static Chain chain(String... entries) {
        return Chain.of(JsonMapper.builder().build().readTree("{\"items\":[" + String.join(",", entries) + "]}"));
    }

    private static String entry(int seq, String hash, String prev) {
        return "{\"seq\":%d,\"hash\":\"%s\",\"prev\":\"%s\"}".formatted(seq, hash, prev);
    }
}
