package io.motcua.dossier.figures;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param count how often it is looked for what has moved on
 * @param measure how often the gauges are read anew
 * @param whollyOnline the levels, each behind its scheme, of services for which a citizen need never come
 */
@ConfigurationProperties("motcua.dossiers.figures")
public record FigureSettings(
        @DefaultValue("2s") Duration count,
        @DefaultValue("1m") Duration measure,

        @DefaultValue({"32/2017/TT-BTTTT:4", "42/2022/NĐ-CP:TOAN_TRINH"})
        List<String> whollyOnline) {

    public FigureSettings {
        whollyOnline = List.copyOf(whollyOnline);
    }

    boolean whollyOnline(String scheme, String level) {
        return whollyOnline.contains(scheme + ":" + level);
    }
}
