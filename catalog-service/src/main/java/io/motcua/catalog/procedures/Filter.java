package io.motcua.catalog.procedures;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which procedures somebody looks for; what is null does not matter.
 *
 * @param q words that must all occur in code, names or sector; without regard to case, tone and accent, because many
 *     people type Vietnamese without
 */
public record Filter(
        @Nullable String q,
        @Nullable String tier,
        @Nullable String level,
        @Nullable String sector,
        @Nullable String audience,
        @Nullable String eligibility)
        implements Predicate<ProcedureVersion> {

    @Override
    public boolean test(ProcedureVersion it) {
        var content = it.content();
        return (tier == null || tier.equals(content.tier()))
                && (level == null || level.equals(content.levelCode()))
                && (sector == null || plain(sector).equals(plain(content.sector())))
                && (audience == null || content.audiences().contains(audience))
                && (eligibility == null
                        || eligibility.equals(content.eligibility().status()))
                && (q == null || matches(q, it));
    }

    private static boolean matches(String q, ProcedureVersion it) {
        var content = it.content();
        var english = content.names().en();
        var text = plain(it.code() + " " + content.names().vi() + " " + (english == null ? "" : english) + " "
                + content.sector());
        for (var word : plain(q).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
