/** Messages to citizens from the event that caused them to their end: sent or abandoned. */
@NullMarked
package io.motcua.notification.messages;

import org.jspecify.annotations.NullMarked;
