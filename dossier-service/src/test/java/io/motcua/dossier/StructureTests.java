package io.motcua.dossier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class StructureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.motcua.dossier");

    @Test
    void features_form_a_tree() {
        ApplicationModules.of(DossierServiceApplication.class).verify();
    }

    @Test
    void data_knows_no_framework() {
        noClasses()
                .that()
                .areRecords()
                .or()
                .areEnums()
                .and()
                .resideOutsideOfPackages("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.data..",
                        "org.apache.kafka..",
                        "com.mongodb..")
                .check(CLASSES);
    }

    @Test
    void deadlines_and_rules_know_nothing_but_the_language() {
        noClasses()
                .that()
                .resideInAPackage("io.motcua.dossier.deadlines..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "io.motcua.platform..", "io.motcua.events..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveNameMatching(
                        "io\\.motcua\\.dossier\\.casework\\.(Dossier|Decisions|Transitions|Rule|Change|Command)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void the_store_and_the_web_do_not_meet() {
        noClasses()
                .that()
                .resideInAPackage("..mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..web..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.motcua.dossier..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..mongo..", "org.springframework.data..", "com.mongodb..", "org.bson..")
                .check(CLASSES);
    }

    @Test
    void controllers_stand_in_web() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web..")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_problem_has_its_words(String language) {
        var texts = ResourceBundle.getBundle("io.motcua.dossier.problems", Locale.of(language));

        for (var problem : DossierProblem.values()) {
            assertThat(texts.containsKey(problem.slug() + ".title"))
                    .as(problem + ".title")
                    .isTrue();
            assertThat(texts.containsKey(problem.slug() + ".detail"))
                    .as(problem + ".detail")
                    .isTrue();
        }
    }
}
