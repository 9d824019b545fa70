package io.motcua.payment.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

class VnpaySettingsTests {

    private static final String PREFIX = "motcua.payment.vnpay.";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(VnpaySettings.class)
    @Configuration(proxyBeanMethods = false)
    static class Settings {}

    @Test
    void merchants_and_the_bank_are_all_that_must_be_said() {
        context.withPropertyValues(merchant()).run(started -> {
            var settings = started.getBean(VnpaySettings.class);
            assertThat(settings.attemptLife()).isEqualTo(Duration.ofMinutes(15));
            assertThat(settings.askAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(settings.orderType()).isEqualTo("other");
            assertThat(settings.returnOrigins()).isEmpty();
            assertThat(settings.merchants()).singleElement().satisfies(merchant -> {
                assertThat(merchant.secret()).isEqualTo("s3cret-of-ours");
                assertThat(merchant.returnUrl("H37")).hasToString("https://gateway.vn/H37/return");
            });
        });
    }

    @Test
    void without_the_bank_nothing_starts() {
        context.run(started -> assertThat(started).hasFailed());
    }

    @Test
    void the_service_s_own_settings_name_the_test_merchant_for_development_only() {
        var own = context.withInitializer(new ConfigDataApplicationContextInitializer());

        own.run(started ->
                assertThat(started.getBean(VnpaySettings.class).merchants()).isEmpty());
        own.withPropertyValues("spring.profiles.active=development")
                .run(started -> assertThat(started.getBean(VnpaySettings.class).merchants())
                        .extracting(Merchant::agency)
                        .containsExactly("H37", "*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merchants[0].tmn-code=short",
                "merchants[0].tmn-code=",
                "merchants[0].secret=short",
                "merchants[0].pay-url=",
                "merchants[0].agency=",
                "bank.api-url=",
                "bank.return-url=",
                "attempt-life=0s",
                "attempt-life=2d",
                "ask-after=-1s"
            })
    void what_cannot_work_does_not_start_and_tells_no_secret(String wrong) {
        context.withPropertyValues(merchant())
                .withPropertyValues(PREFIX + wrong)
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .satisfies(failure ->
                                assertThat(messages(failure)).noneMatch(it -> it.contains("s3cret-of-ours"))));
    }

    @Test
    void a_secret_that_is_too_short_is_refused_without_being_told() {
        context.withPropertyValues(merchant())
                .withPropertyValues(PREFIX + "merchants[0].secret=brief-1")
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .satisfies(failure -> assertThat(messages(failure))
                                .anyMatch(it -> it.contains("the secret must have at least 8 characters"))
                                .noneMatch(it -> it.contains("brief-1"))));
    }

    private static Stream<String> messages(Throwable failure) {
        return Stream.iterate(failure, it -> it != null, Throwable::getCause).map(String::valueOf);
    }

    private static String[] merchant() {
        return Stream.of(
                        "agency=*",
                        "tmn-code=LANGSON1",
                        "secret=s3cret-of-ours",
                        "pay-url=https://bank.vn/pay",
                        "api-url=https://bank.vn/api",
                        "return-url=https://gateway.vn/{agency}/return")
                .flatMap(it -> it.startsWith("agency=") || it.startsWith("tmn-code=") || it.startsWith("secret=")
                        ? Stream.of("merchants[0]." + it)
                        : Stream.of("merchants[0]." + it, "bank." + it))
                .map(it -> PREFIX + it)
                .toArray(String[]::new);
    }
}
