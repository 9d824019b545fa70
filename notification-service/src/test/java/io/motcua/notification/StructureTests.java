package io.motcua.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.motcua.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTests extends HouseRules {

    StructureTests() {
        super(NotificationServiceApplication.class);
    }

    @Test
    void what_is_said_and_what_becomes_of_it_know_no_channel() {
        noClasses()
                .that()
                .resideInAnyPackage("..templates..", "..messages..", "..inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..channels..", "..dispatch..", "jakarta.mail..", "org.springframework.mail..")
                .check(classes);
    }
}
