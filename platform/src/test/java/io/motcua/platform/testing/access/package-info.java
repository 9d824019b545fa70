/** Tries from outside who gets through which door. */
@NullMarked
package io.motcua.platform.testing.access;

import org.jspecify.annotations.NullMarked;
