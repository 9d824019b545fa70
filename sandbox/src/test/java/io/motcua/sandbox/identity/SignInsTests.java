package io.motcua.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignInsTests {

    @Test
    void what_is_not_known_of_a_person_is_no_claim() {
        assertThat(person("a").claims()).containsOnlyKeys("name", "locale", "loa", "roles");
    }

    @Test
    void two_people_cannot_share_a_username() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignIns(List.of(person("a"), person("a"))))
                .withMessageContaining("named a");
    }

    @Test
    void there_are_two_levels_of_assurance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignIn("a", "p", "A", null, null, null, "vi", 3, List.of()));
    }

    private static SignIn person(String username) {
        return new SignIn(username, "p", "A", null, null, null, "vi", 2, List.of());
    }
}
