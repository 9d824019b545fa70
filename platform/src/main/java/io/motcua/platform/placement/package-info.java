/** Which agencies this instance serves. */
@NullMarked
package io.motcua.platform.placement;

import org.jspecify.annotations.NullMarked;
