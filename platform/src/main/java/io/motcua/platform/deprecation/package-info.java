/** Operations that are to go: told to callers in time, and counted. */
@NullMarked
package io.motcua.platform.deprecation;

import org.jspecify.annotations.NullMarked;
