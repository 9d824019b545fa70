package io.motcua.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.motcua.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTests extends HouseRules {

    StructureTests() {
        super(PaymentServiceApplication.class);
    }

    @Test
    void the_protocol_knows_no_order() {
        noClasses()
                .that()
                .resideInAPackage("io.motcua.payment.vnpay..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.motcua.payment.orders..", "io.motcua.platform.history..")
                .check(classes);
    }
}
