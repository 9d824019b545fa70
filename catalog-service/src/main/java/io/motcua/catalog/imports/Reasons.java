package io.motcua.catalog.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong with a row; the sentences are those of the HTTP problems. */
@Component
class Reasons {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Reasons() {
        messages.setBasename("io.motcua.catalog.problems");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.setDefaultLocale(Locale.of("vi"));
    }

    String of(Flaw flaw, Locale language) {
        return messages.getMessage("field." + flaw.code(), flaw.args().toArray(), language);
    }
}
