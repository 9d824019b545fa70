package io.motcua.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.motcua.platform.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** The platform would serve any service, so it has no word of what these are about. */
class StructureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.motcua.platform");

    /** A class's full name has its package in it. */
    @Test
    void no_name_has_a_word_of_the_domain() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*(dossier|payment|catalog|notification|procedure|citizen).*")
                .check(CLASSES);
    }

    @Test
    void it_knows_no_other_module() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.motcua\\.(?!platform\\.).*")
                .check(CLASSES);
    }

    @Test
    void its_indexes_are_plain() {
        HouseRules.PLAIN_INDEXES.check(CLASSES);
    }
}
