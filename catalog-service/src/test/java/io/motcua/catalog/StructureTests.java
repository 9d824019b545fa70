package io.motcua.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.motcua.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

class StructureTests extends HouseRules {

    StructureTests() {
        super(CatalogServiceApplication.class);
    }

    /** This service asks nobody, so that it needs no other server to answer. */
    @Test
    void only_web_packages_speak_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "java.net.http..")
                .check(classes);
    }
}
