package io.motcua.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTests {

    @Test
    void is_that_of_the_example_in_the_standard() {
        var pkce = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"); // RFC 7636, appendix B
        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void is_another_one_each_time() {
        assertThat(Pkce.fresh()).isNotEqualTo(Pkce.fresh());
        assertThat(Pkce.fresh().verifier()).hasSizeBetween(43, 128);
    }
}
