package io.motcua.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.gateway.apps.Scope;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void every_route_needs_a_scope_to_read_and_another_to_write_and_no_scope_is_for_nothing() {
        var needed = EnumSet.noneOf(Scope.class);
        for (var route : Routes.ALL) {
            var read = Scope.needed(route.name(), "GET");
            var write = Scope.needed(route.name(), "POST");
            assertThat(read).as(route.name()).isNotEqualTo(write).isEqualTo(Scope.needed(route.name(), "HEAD"));
            assertThat(write).isEqualTo(Scope.needed(route.name(), "DELETE"));
            needed.add(read);
            needed.add(write);
        }
        assertThat(needed).containsExactlyInAnyOrder(Scope.values());
    }
}
