package io.motcua.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.platform.security.Grants.Grant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other providers' words for roles. */
class GrantsTests {

    @Test
    void our_own_are_read_as_they_stand() {
        assertThat(Grants.OURS.of("H37:leader")).containsExactly(new Grant("H37", "leader"));
        assertThat(Grants.OURS.of("H37:a:b")).containsExactly(new Grant("H37", "a:b"));
        assertThat(Grants.OURS.of("operator")).containsExactly(new Grant("*", "operator"));
    }

    @Test
    void no_word_means_all_agencies() {
        assertThat(Grants.OURS.of("*:leader")).isEmpty();
        var renaming = grants(null, Map.of("all", "*"), Map.of(), "{agency}:{role}");
        assertThat(renaming.of("all:leader")).isEmpty();
    }

    @Test
    void groups_with_a_prefix_are_translated() {
        var grants = grants(
                null,
                Map.of("h37", "H37"),
                Map.of("one-stop", Set.of("receptionist"), "head", Set.of("leader", "auditor")),
                "province-{agency}/{role}");
        assertThat(grants.of("province-h37/one-stop")).containsExactly(new Grant("H37", "receptionist"));
        assertThat(grants.of("province-h37/head"))
                .containsExactlyInAnyOrder(new Grant("H37", "leader"), new Grant("H37", "auditor"));
        for (var other : List.of(
                "province-h37/leader",
                "province-H37/one-stop",
                "province-h12/one-stop",
                "province-/one-stop",
                "province-h37/",
                "my-province-h37/one-stop",
                "province-h37/one-stop/x",
                "one-stop",
                "")) {
            assertThat(grants.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void the_first_form_that_fits_counts() {
        var grants = grants(
                null,
                Map.of(),
                Map.of("admins", Set.of("operator"), "clerk", Set.of("receptionist")),
                "/{agency}/{role}",
                "/{role}");
        assertThat(grants.of("/H37/clerk")).containsExactly(new Grant("H37", "receptionist"));
        assertThat(grants.of("/admins")).containsExactly(new Grant("*", "operator"));
    }

    @Test
    void keycloak_s_own_roles_grant_nothing() {
        var grants = grants(
                null,
                Map.of(),
                Map.of("clerk", Set.of("receptionist"), "admin", Set.of("operator")),
                "/agencies/{agency}/{role}",
                "one-door-{role}");
        assertThat(grants.of("/agencies/H37/clerk")).containsExactly(new Grant("H37", "receptionist"));
        assertThat(grants.of("one-door-admin")).containsExactly(new Grant("*", "operator"));
        for (var own : List.of("offline_access", "uma_authorization", "default-roles-government", "admin", "/admin")) {
            assertThat(grants.of(own)).as(own).isEmpty();
        }
    }

    @Test
    void an_agency_s_own_directory_need_not_name_it() {
        var grants = grants("H37", Map.of(), Map.of(), "{role}");
        assertThat(grants.of("leader")).containsExactly(new Grant("H37", "leader"));
        assertThat(grants.of("H12:leader")).containsExactly(new Grant("H37", "H12:leader"));
    }

    @Test
    void signs_that_mean_something_to_patterns_mean_themselves() {
        var grants = grants(null, Map.of(), Map.of(), "CN={role},OU={agency},DC=(a.b)*");
        assertThat(grants.of("CN=leader,OU=H37,DC=(a.b)*")).containsExactly(new Grant("H37", "leader"));
        assertThat(grants.of("CN=leader,OU=H37,DC=(aXb)*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{agency}", "{role}{role}", "{agency}{agency}{role}", "{name}/{role}"})
    void a_form_without_exactly_one_role_is_no_setting(String form) {
        assertThatThrownBy(() -> grants(null, Map.of(), Map.of(), form)).hasMessageContaining(form);
    }

    private static Grants grants(
            @Nullable String agency, Map<String, String> agencies, Map<String, Set<String>> roles, String... forms) {
        return new Grants(List.of(forms), agency, agencies, roles);
    }
}
