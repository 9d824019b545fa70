/** Counts of what was in force on a day. */
@NullMarked
package io.motcua.catalog.stats;

import org.jspecify.annotations.NullMarked;
