/** How the agencies came to full online service: milestones, targets, benchmarks and sourced claims. */
@NullMarked
package io.motcua.catalog.rollout;

import org.jspecify.annotations.NullMarked;
