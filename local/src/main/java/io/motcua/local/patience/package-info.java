/** Waiting for a condition, never for a time. */
@NullMarked
package io.motcua.local.patience;

import org.jspecify.annotations.NullMarked;
