/** Events from other services, applied once: subscriptions, retries without end, dead letters. */
@NullMarked
package io.motcua.platform.consumption;

import org.jspecify.annotations.NullMarked;
