package io.motcua.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.ProblemKind;
import io.motcua.platform.security.Access;
import jakarta.annotation.Resource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What holds in every service. A service's {@code StructureTests} extends this with its application class, and adds the
 * rules that are its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {

    /** docs/stores.md: the stores differ in indexes that are unique, partial, of texts, collated, or end their documents. */
    public static final ArchRule PLAIN_INDEXES = noClasses()
            .should()
            .accessTargetWhere(describe("an index is more than plain", HouseRules::isNoPlainIndex))
            .orShould()
            .beMetaAnnotatedWith("org.springframework.data.mongodb.core.annotation.Collation");

    private static final String[] STORE = {"org.springframework.data..", "com.mongodb..", "org.bson.."};

    /** The side of HTTP that answers; to ask another server is a matter of the feature that asks. */
    private static final String[] ANSWERING = {
        "org.springframework.web.bind..",
        "org.springframework.web.context..",
        "org.springframework.web.method..",
        "org.springframework.web.multipart..",
        "org.springframework.web.servlet..",
        "jakarta.servlet.."
    };

    private static final ResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();

    private final Class<?> application;

    /** The service's own classes, for its own rules. */
    protected final JavaClasses classes;

    protected HouseRules(Class<?> application) {
        this.application = application;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(application.getPackageName());
    }

    @Test
    void features_form_a_tree() {
        ApplicationModules.of(application).verify();
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
                .resideInAnyPackage(and(
                        STORE,
                        "org.springframework.web..",
                        "org.springframework.beans..",
                        "org.springframework.context..",
                        "org.springframework.stereotype..",
                        "org.springframework.kafka..",
                        "org.apache.kafka..",
                        "jakarta.servlet.."))
                .check(classes);
    }

    @Test
    void the_store_and_the_web_do_not_meet() {
        noClasses()
                .that()
                .resideInAPackage(web())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(and(STORE, "..mongo.."))
                .check(classes);
    }

    @Test
    void only_web_packages_answer_requests() {
        noClasses()
                .that()
                .resideOutsideOfPackage(web())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(and(ANSWERING, web()))
                .check(classes);
    }

    @Test
    void controllers_stand_in_web_and_are_nobody_elses_business() {
        classes()
                .that()
                .areMetaAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..web..")
                .andShould()
                .bePackagePrivate()
                .check(classes);
    }

    /** On the method itself, where a reader looks for it, although the platform would take the class's word too. */
    @Test
    void every_endpoint_says_who_may_call() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beAnnotatedWith(Access.class)
                .check(classes);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .accessTargetWhere(describe("the time is asked of the system", HouseRules::asksTheSystemForTheTime))
                .check(classes);
    }

    @Test
    void indexes_are_plain() {
        PLAIN_INDEXES.check(classes);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beMetaAnnotatedWith(Autowired.class)
                .orShould()
                .beMetaAnnotatedWith(Value.class)
                .orShould()
                .beMetaAnnotatedWith(Resource.class)
                .orShould()
                .beMetaAnnotatedWith("jakarta.inject.Inject")
                .check(classes);
    }

    /** Its own, or the platform's for a kind that the platform has as well. */
    @Test
    void every_problem_has_its_words_in_both_languages() throws IOException {
        for (var kind : problemKinds()) {
            for (var language : List.of("vi", "en")) {
                var texts = wordsOf(PlatformProblem.INTERNAL, language);
                texts.putAll(wordsOf(kind, language));
                for (var key : List.of(kind.slug() + ".title", kind.slug() + ".detail")) {
                    assertThat(texts.getProperty(key))
                            .as(key + " in " + language)
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void every_problem_is_in_the_document_and_on_the_page() throws IOException {
        var module = Path.of("").toAbsolutePath().getFileName().toString();
        ProblemDocuments.tell(module, problemKinds());
    }

    @Test
    void both_languages_say_the_same() throws IOException {
        assertThat(bundles("en")).isEqualTo(bundles("vi"));
        for (var bundle : bundles("vi")) {
            assertThat(keys(bundle + "_en.properties")).as(bundle).isEqualTo(keys(bundle + "_vi.properties"));
        }
    }

    private String web() {
        return application.getPackageName() + "..web..";
    }

    private List<ProblemKind> problemKinds() {
        return classes.stream()
                .filter(it -> it.isEnum() && it.isAssignableTo(ProblemKind.class))
                .map(JavaClass::reflect)
                .flatMap(it -> Arrays.stream(it.getEnumConstants()))
                .map(ProblemKind.class::cast)
                .toList();
    }

    /** The bundles beneath the application's package that have words in this language, without the language's suffix. */
    private Set<String> bundles(String language) throws IOException {
        var suffix = "_" + language + ".properties";
        var pattern = "classpath*:" + application.getPackageName().replace('.', '/') + "/**/*" + suffix;
        var names = new TreeSet<String>();
        for (var resource : RESOURCES.getResources(pattern)) {
            var location = resource.getURL().toString();
            names.add(location.substring(0, location.length() - suffix.length()));
        }
        return names;
    }

    private static Properties wordsOf(ProblemKind kind, String language) throws IOException {
        return texts("classpath:" + kind.bundle() + "_" + language + ".properties");
    }

    private static Set<String> keys(String location) throws IOException {
        return new TreeSet<>(texts(location).stringPropertyNames());
    }

    private static Properties texts(String location) throws IOException {
        var texts = new Properties();
        try (var reader =
                new InputStreamReader(RESOURCES.getResource(location).getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static boolean asksTheSystemForTheTime(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && (isNow(target) || isOwnClock(target) || isBareTime(target));
    }

    private static boolean isNoPlainIndex(JavaAccess<?> access) {
        var owner = access.getTarget().getOwner();
        var name = access.getTarget().getName();
        return owner.getName().equals("org.springframework.data.mongodb.core.index.Index")
                        && Set.of("unique", "partial", "expire", "collation").contains(name)
                || owner.getName().equals("com.mongodb.client.model.IndexOptions")
                        && Set.of("unique", "partialFilterExpression", "expireAfter", "collation")
                                .contains(name)
                || owner.getSimpleName().startsWith("TextIndex") && name.equals("<init>");
    }

    private static boolean isNow(AccessTarget.CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static boolean isOwnClock(AccessTarget.CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class)
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"));
    }

    private static boolean isBareTime(AccessTarget.CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("currentTimeMillis")
                || target.getOwner().isEquivalentTo(Date.class)
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
    }

    private static String[] and(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
