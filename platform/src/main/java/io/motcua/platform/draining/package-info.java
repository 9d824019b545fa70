/** How an instance leaves so that nobody notices. */
@NullMarked
package io.motcua.platform.draining;

import org.jspecify.annotations.NullMarked;
