package io.motcua.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void are_the_documented_ones_without_an_offset() {
        var ports = Ports.from(Map.of());
        assertThat(Arrays.stream(Port.values()).map(ports::of))
                .containsExactly(
                        8080, 8081, 8082, 8083, 8084, 8070, 8025, 8761, 8180, 8181, 8182, 8183, 8184, 8170, 8861, 9092,
                        9093, 27017);
        assertThat(ports.address(Port.GATEWAY)).hasToString("http://localhost:8080");
    }

    @Test
    void are_all_shifted_by_the_offset() {
        var ports = Ports.from(Map.of("MOTCUA_PORT_OFFSET", " 1000 "));
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9080);
        assertThat(ports.of(Port.STORE)).isEqualTo(28017);
    }

    @Test
    void belong_to_one_component_each() {
        var used = Arrays.stream(Component.values()).flatMap(component -> component.ports().stream());
        assertThat(used).containsExactlyInAnyOrder(Port.values());
    }

    @Test
    void refuse_an_offset_that_is_no_number() {
        assertThatThrownBy(() -> Ports.from(Map.of("MOTCUA_PORT_OFFSET", "many")))
                .isInstanceOf(Failure.class)
                .hasMessage("MOTCUA_PORT_OFFSET must be a whole number, not 'many'");
    }

    @Test
    void refuse_an_offset_that_leads_out_of_range() {
        assertThatThrownBy(() -> new Ports(40_000)).isInstanceOf(Failure.class).hasMessageContaining("27017 to 67017");
        assertThatThrownBy(() -> new Ports(-8000)).isInstanceOf(Failure.class).hasMessageContaining("8080 to 80");
    }
}
