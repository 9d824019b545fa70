package io.motcua.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientsTest {

    @Test
    void an_ipv6_client_is_its_network() {
        assertThat(Clients.at("203.113.1.7")).isEqualTo("203.113.1.7");
        assertThat(Clients.at("2405:4800:1:2::1")).isEqualTo(Clients.at("2405:4800:1:2:ffff::9"));
        assertThat(Clients.at("2405:4800:1:2::1")).isNotEqualTo(Clients.at("2405:4800:1:3::1"));
        assertThat(Clients.at("0:0:0:0:0:0:0:1")).isEqualTo("0000000000000000/64");
    }
}
