package io.motcua.platform.deprecation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class DeprecationAutoConfiguration {

    @Bean
    WebMvcConfigurer retiringOperations(MeterRegistry meters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RetiringInterceptor(meters));
            }
        };
    }

    /** {@code x-sunset} is what tools that compare documents look for before an operation may be gone. */
    @Bean
    OperationCustomizer retiringDocumented() {
        return (operation, method) -> {
            var retiring = method.getMethodAnnotation(Retiring.class);
            if (retiring != null) {
                var what = Objects.requireNonNullElse(operation.getDescription(), "");
                operation
                        .deprecated(true)
                        .description("%s To go on %s; use %s instead."
                                .formatted(what, LocalDate.parse(retiring.sunset()), retiring.successor())
                                .strip())
                        .addExtension("x-sunset", retiring.sunset());
            }
            return operation;
        };
    }
}
