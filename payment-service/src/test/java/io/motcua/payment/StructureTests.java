package io.motcua.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.motcua.platform.security.Access;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class StructureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.motcua.payment");

    @Test
    void features_form_a_tree() {
        ApplicationModules.of(PaymentServiceApplication.class).verify();
    }

    @Test
    void data_knows_no_framework() {
        noClasses()
                .that()
                .areRecords()
                .or()
                .areEnums()
                .and()
                .resideOutsideOfPackage("..web..")
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
    void the_protocol_knows_no_order() {
        noClasses()
                .that()
                .resideInAPackage("io.motcua.payment.vnpay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.motcua.payment.orders..", "io.motcua.platform.history..")
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
                .resideInAPackage("io.motcua.payment..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..mongo..", "org.springframework.data..")
                .check(CLASSES);
    }

    @Test
    void controllers_stand_in_web_and_say_who_may_call() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web..")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
        methods()
                .that()
                .areAnnotatedWith(GetMapping.class)
                .or()
                .areAnnotatedWith(PostMapping.class)
                .should()
                .beAnnotatedWith(Access.class)
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_problem_has_its_words(String language) {
        var texts = ResourceBundle.getBundle("io.motcua.payment.problems", Locale.of(language));

        for (var problem : PaymentProblem.values()) {
            assertThat(texts.containsKey(problem.slug() + ".title"))
                    .as(problem + ".title")
                    .isTrue();
            assertThat(texts.containsKey(problem.slug() + ".detail"))
                    .as(problem + ".detail")
                    .isTrue();
        }
    }
}
