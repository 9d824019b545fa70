/** Translates events of other services into messages, and decides nothing. */
@NullMarked
package io.motcua.notification.inbound;

import org.jspecify.annotations.NullMarked;
