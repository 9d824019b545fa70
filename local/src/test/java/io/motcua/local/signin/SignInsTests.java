package io.motcua.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.local.failure.Failure;
import org.junit.jupiter.api.Test;

class SignInsTests {

    @Test
    void play_the_role_at_the_agency() {
        assertThat(SignIns.playing("leader", "H37")).isEqualTo("leader");
        assertThat(SignIns.playing("receptionist", "H07")).isEqualTo("receptionist@H07");
        assertThat(SignIns.playing("operator", "H07")).isEqualTo("operator");
        assertThat(SignIns.playing("citizen", "H07")).isEqualTo("citizen");
    }

    @Test
    void do_not_play_roles_that_there_are_not() {
        assertThatThrownBy(() -> SignIns.playing("king", "H37"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("there is no role 'king'; there are: citizen, receptionist,");
    }
}
