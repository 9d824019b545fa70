package io.motcua.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class StructureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.motcua.catalog");

    @Test
    void features_form_a_tree() {
        ApplicationModules.of(CatalogServiceApplication.class).verify();
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
                .resideInAnyPackage("org.springframework.web..", "org.springframework.data..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void controllers_live_in_web_packages_and_are_nobodys_business() {
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
    void only_web_packages_speak_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void the_store_is_not_the_webs_business() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.data..", "com.mongodb..", "org.bson..")
                .check(CLASSES);
    }

    @Test
    void time_comes_from_a_clock() {
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
}
