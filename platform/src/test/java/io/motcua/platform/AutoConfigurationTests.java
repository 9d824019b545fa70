package io.motcua.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.consumption.DeadLetters;
import io.motcua.platform.copies.Copies;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.problems.ProblemRenderer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

/** What each module gets of the platform, depending on the libraries that it has. */
class AutoConfigurationTests {

    static final List<String> ALL = ImportCandidates.load(
                    org.springframework.boot.autoconfigure.AutoConfiguration.class,
                    AutoConfigurationTests.class.getClassLoader())
            .getCandidates()
            .stream()
            .filter(it -> it.startsWith("io.motcua."))
            .toList();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withPropertyValues("spring.application.name=test", "motcua.privacy.person-secret=a secret for tests only");

    private ApplicationContextRunner with(List<String> names) {
        var classes = names.stream().map(AutoConfigurationTests::load).toArray(Class<?>[]::new);
        return runner.withConfiguration(AutoConfigurations.of(classes));
    }

    /** None needs another to be there: what it cannot do without, it waits for or leaves out. */
    @ParameterizedTest
    @FieldSource("ALL")
    void each_backs_off_where_its_libraries_are_absent(String name) {
        with(List.of(name))
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(KafkaTemplate.class, MongoTemplate.class))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void a_module_without_store_and_broker_gets_neither_history_nor_events() {
        with(ALL)
                .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, KafkaAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(KafkaTemplate.class, MongoTemplate.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(PersonKeys.class)
                        .hasSingleBean(Envelopes.class)
                        .doesNotHaveBean(AggregatesFactory.class)
                        .doesNotHaveBean(Copies.class)
                        .doesNotHaveBean(DeadLetters.class)
                        .doesNotHaveBean(ProblemRenderer.class));
    }

    @Test
    void a_short_person_secret_stops_the_start() {
        with(List.of("io.motcua.platform.privacy.PrivacyAutoConfiguration"))
                .withPropertyValues("motcua.privacy.person-secret=short")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("MOTCUA_PERSON_SECRET"));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
