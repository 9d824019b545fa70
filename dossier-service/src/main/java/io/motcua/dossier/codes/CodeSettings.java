package io.motcua.dossier.codes;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which agency writes its codes in which style.
 *
 * @param style of those that are not named
 * @param styles by agency
 */
@ConfigurationProperties("motcua.dossiers.codes")
public record CodeSettings(
        @DefaultValue("UNIT_FIRST") CodeStyle style,
        @DefaultValue Map<String, CodeStyle> styles) {

    public CodeSettings {
        styles = Map.copyOf(styles);
    }

    public CodeStyle of(String agency) {
        return styles.getOrDefault(agency, style);
    }
}
