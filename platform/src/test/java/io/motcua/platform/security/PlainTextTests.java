package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

class PlainTextTests {

    @Test
    void each_character_is_allowed_where_spring_securitys_firewall_allows_it() {
        for (int it = 0; it < 0x300; it++) {
            var value = "a" + (char) it;

            assertThat(passes(PlainText.firewall(), value))
                    .as("U+%04X", it)
                    .isEqualTo(passes(new StrictHttpFirewall(), value));
        }
    }

    @Test
    void a_parameter_of_control_characters_is_refused() {
        assertThat(passes(PlainText.firewall(), "\u0001")).isFalse();
    }

    private static boolean passes(StrictHttpFirewall firewall, String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("X-Any", value);
        request.addParameter("any", value);
        var checked = firewall.getFirewalledRequest(request);
        try {
            return checked.getHeader("X-Any").equals(value)
                    && checked.getParameter("any").equals(value);
        } catch (RequestRejectedException refused) {
            return false;
        }
    }
}
