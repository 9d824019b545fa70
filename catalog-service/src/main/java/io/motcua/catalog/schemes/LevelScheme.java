package io.motcua.catalog.schemes;

import io.motcua.events.Names;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheme by which the law grades online services: levels 1 to 4 of Circular 32/2017/TT-BTTTT, whole or part of Decree
 * 42/2022/NĐ-CP, and what follows. Data, because it has changed twice already.
 *
 * @param scheme its name as procedures give it
 */
public record LevelScheme(
        String scheme,
        Names names,
        List<Level> levels,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    public LevelScheme {
        levels = List.copyOf(levels);
    }

    /**
     * @param fullyOnline whether a citizen need never come: this is what coverage counts
     */
    public record Level(String code, Names names, boolean fullyOnline) {}

    boolean existedOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean has(String code) {
        return levels.stream().anyMatch(it -> it.code().equals(code));
    }

    boolean fullyOnline(String code) {
        return levels.stream().anyMatch(it -> it.code().equals(code) && it.fullyOnline());
    }
}
