package io.motcua.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

class StructureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.motcua.notification");

    @Test
    void features_form_a_tree() {
        ApplicationModules.of(NotificationServiceApplication.class).verify();
    }

    @Test
    void data_knows_no_framework() {
        noClasses()
                .that()
                .areRecords()
                .or()
                .areEnums()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.data..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void controllers_are_in_web_and_nobody_else_s_business() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.motcua.notification.web..")
                .check(CLASSES);
    }

    @Test
    void what_is_said_and_what_becomes_of_it_know_no_channel() {
        noClasses()
                .that()
                .resideInAnyPackage("..templates..", "..messages..", "..inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..channels..", "..dispatch..", "jakarta.mail..", "org.springframework.mail..")
                .check(CLASSES);
    }

    @Test
    void time_comes_from_a_clock() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(Clock.class, "systemUTC").check(CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
    }
}
