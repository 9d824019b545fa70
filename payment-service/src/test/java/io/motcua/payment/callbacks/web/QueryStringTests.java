package io.motcua.payment.callbacks.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTests {

    @Test
    void reads_every_value_of_every_name() {
        assertThat(QueryString.read("a=1+2&b=%C4%91&a=3&c&d="))
                .isEqualTo(Map.of("a", List.of("1 2", "3"), "b", List.of("đ"), "c", List.of(""), "d", List.of("")));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a=%zz", "%=1", "a=1&b=%4"})
    void what_cannot_be_decoded_is_nothing(String query) {
        assertThat(QueryString.read(query)).isEmpty();
    }
}
