package io.motcua.dossier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.motcua.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTests extends HouseRules {

    StructureTests() {
        super(DossierServiceApplication.class);
    }

    @Test
    void deadlines_and_rules_know_nothing_but_the_language() {
        noClasses()
                .that()
                .resideInAPackage("io.motcua.dossier.deadlines..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.motcua.platform..", "io.motcua.events..")
                .check(classes);
        noClasses()
                .that()
                .haveNameMatching(
                        "io\\.motcua\\.dossier\\.casework\\.(Dossier|Decisions|Transitions|Rule|Change|Command"
                                + "|Intake|Handling|Settlement|Handover|Outcomes|Ending|Filing)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..")
                .check(classes);
    }
}
