package io.motcua.sandbox;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTests {

    @Test
    void features_form_a_tree_and_know_only_each_others_public_face() {
        ApplicationModules.of(SandboxApplication.class).verify();
    }
}
