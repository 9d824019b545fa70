package io.motcua.payment.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** By the service's own application.yml. */
class ContractSettingsTests {

    private static final String PERSON_SECRET = "motcua.privacy.person-secret=the-secret-of-the-persons";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(ContractSettings.class)
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    @Test
    void the_secret_of_the_persons_seals_for_development_only() {
        context.withPropertyValues(PERSON_SECRET)
                .run(started -> assertThat(started).hasFailed());
        context.withPropertyValues(PERSON_SECRET, "spring.profiles.active=development")
                .run(started -> assertThat(
                                started.getBean(ContractSettings.class).sealingSecrets())
                        .containsExactly("the-secret-of-the-persons"));
        context.withPropertyValues(PERSON_SECRET, "MOTCUA_SEALING_SECRET=the-present-secret, a-former-secret-1")
                .run(started -> assertThat(
                                started.getBean(ContractSettings.class).sealingSecrets())
                        .containsExactly("the-present-secret", "a-former-secret-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-short", "the-present-secret,too-short", "the-present-secret,,"})
    void one_that_is_too_short_is_refused_without_being_told(String secrets) {
        context.withPropertyValues("MOTCUA_SEALING_SECRET=" + secrets)
                .run(started -> assertThat(started)
                        .getFailure()
                        .satisfies(failure -> assertThat(messages(failure))
                                .anyMatch(it -> it.contains("MOTCUA_SEALING_SECRET must name at least one"))
                                .noneMatch(it -> it.contains("too-short") || it.contains("the-present-secret"))));
    }

    private static Stream<String> messages(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause).map(String::valueOf);
    }
}
