package io.motcua.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_problem_has_its_words(String language) {
        var texts = ResourceBundle.getBundle("io/motcua/gateway/problems/problems", Locale.of(language));
        for (var problem : GatewayProblem.values()) {
            assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
            assertThat(texts.getString(problem.slug() + ".title")).isNotBlank();
            assertThat(texts.getString(problem.slug() + ".detail")).isNotBlank();
        }
        assertThat(texts.keySet()).hasSize(2 * GatewayProblem.values().length);
    }
}
