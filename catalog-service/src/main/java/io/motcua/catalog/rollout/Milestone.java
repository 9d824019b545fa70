package io.motcua.catalog.rollout;

import org.jspecify.annotations.Nullable;

/**
 * An agency's way to full online service, as a source tells it.
 *
 * @param note how a date was come by, where the source does not say it outright
 */
record Milestone(
        String agency,
        Moment started,
        Moment completed,
        String source,
        @Nullable String note) {}
