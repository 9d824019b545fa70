/** Keeps the children alive. */
@NullMarked
package io.motcua.local.supervision;

import org.jspecify.annotations.NullMarked;
