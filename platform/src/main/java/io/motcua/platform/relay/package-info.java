/** Publishes what histories hold unpublished: at least once, in order within an aggregate. */
@NullMarked
package io.motcua.platform.relay;

import org.jspecify.annotations.NullMarked;
