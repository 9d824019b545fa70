/** Opaque person keys, and envelopes that only the named service opens. */
@NullMarked
package io.motcua.platform.privacy;

import org.jspecify.annotations.NullMarked;
