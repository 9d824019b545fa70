package io.motcua.notification.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the template files when the service starts, so that a broken template stops the start and never a message.
 */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {
    private static final String FILES = "classpath*:io/motcua/notification/templates/*.yml";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    @Bean
    static Templates templates() {
        try {
            return new Templates(Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .flatMap(file -> read(file).templates().stream())
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The templates cannot be read", unreadable);
        }
    }

    private static TemplateFile read(Resource file) {
        try (var in = file.getInputStream()) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return STRICT.convertValue(document, TemplateFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The template " + file.getFilename() + " cannot be read", unreadable);
        }
    }
}
