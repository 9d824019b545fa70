/** Which agencies this instance serves, by the agencies' records. */
@NullMarked
package io.motcua.platform.placement;

import org.jspecify.annotations.NullMarked;
