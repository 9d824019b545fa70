package io.motcua.catalog.rollout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in a ranking of things that are known only within bounds. Equal things share a place.
 *
 * @param rank the place, or null while what is unknown could change it
 * @param best {@code 1} + how many were certainly ahead
 * @param worst {@code 1} + how many may have been ahead
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Place(@Nullable Integer rank, int best, int worst) {

    static <T, C extends Comparable<? super C>> Place of(
            T it, Collection<T> all, Function<T, C> least, Function<T, C> most) {
        int best = 1;
        int worst = 1;
        for (var other : all) {
            best += most.apply(other).compareTo(least.apply(it)) < 0 ? 1 : 0;
            worst += other != it && least.apply(other).compareTo(most.apply(it)) < 0 ? 1 : 0;
        }
        return new Place(best == worst ? best : null, best, worst);
    }
}
