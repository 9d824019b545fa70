package io.motcua.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class PublicSecretsTests {

    @Configuration
    static class Nothing {}

    @Test
    void one_that_everybody_can_read_is_good_for_development_only(CapturedOutput output) {
        assertThatThrownBy(() -> start("--MOTCUA_VNPAY_SECRET=vnpay-secret-for-development-only"))
                .isInstanceOf(PublicSecrets.Found.class);
        assertThat(output.getAll())
                .contains("in use: [MOTCUA_VNPAY_SECRET]")
                .contains("Set secrets of your own")
                .doesNotContain("vnpay-secret-for");
        assertThatThrownBy(() -> start("--a.b=x-for-development-only", "--spring.profiles.active=production"))
                .hasMessageContaining("a.b");
        assertThatThrownBy(() -> start("--a.b=x-for-development-only , one-of-ones-own"))
                .hasMessageContaining("a.b");

        assertThatCode(() -> start("--a.b=x-for-development-only", "--spring.profiles.active=development"))
                .doesNotThrowAnyException();
        assertThatCode(() -> start("--a.b=a-secret-of-ones-own")).doesNotThrowAnyException();
    }

    private static void start(String... arguments) {
        new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }
}
