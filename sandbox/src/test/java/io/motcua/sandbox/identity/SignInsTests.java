package io.motcua.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void an_agency_has_sample_staff_without_being_named_anywhere() {
        var signIns = new SignIns(List.of(person("receptionist@H37")));

        assertThat(signIns.find("receptionist@H99").orElseThrow().roles()).containsExactly("H99:receptionist");
        assertThat(signIns.find("receptionist@H37").orElseThrow().name()).isEqualTo("A");
        assertThat(signIns.find("operator@H99")).isEmpty();
        assertThat(signIns.find("leader@h99")).isEmpty();
        assertThat(signIns.find("leader@H999")).isEmpty();
    }

    @Test
    void no_two_of_them_are_one_person() {
        var ids = Stream.of("H99", "H98", "G99").flatMap(SampleStaff::of).map(SignIn::personalId);

        assertThat(ids).hasSize(21).doesNotHaveDuplicates().allMatch(it -> it.matches("900\\d{9}"));
    }

    private static SignIn person(String username) {
        return new SignIn(username, "p", "A", null, null, null, "vi", 2, List.of());
    }
}
