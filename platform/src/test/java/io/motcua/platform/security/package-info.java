/** Which tokens hold, and what they may say. */
@NullMarked
package io.motcua.platform.security;

import org.jspecify.annotations.NullMarked;
