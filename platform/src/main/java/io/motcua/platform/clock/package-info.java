/** The time of the platform. */
@NullMarked
package io.motcua.platform.clock;

import org.jspecify.annotations.NullMarked;
