/** What the platform does by the clock. */
@NullMarked
package io.motcua.platform.schedules;

import org.jspecify.annotations.NullMarked;
