package io.motcua.catalog.rollout;

import io.motcua.events.Names;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was to be reached by when.
 *
 * @param metric {@code FULL_ONLINE_COVERAGE} (of the eligible), {@code FULL_ONLINE_SHARE} (of all offered) or
 *     {@code RESOLVED_ONLINE} (of the finished dossiers)
 * @param atLeast percent
 * @param decidedOn null where the source does not say
 */
record Target(
        String id,
        Names names,
        String metric,
        String atLeast,
        LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        String source) {

    boolean knownOn(LocalDate day) {
        return decidedOn == null || !decidedOn.isAfter(day);
    }
}
