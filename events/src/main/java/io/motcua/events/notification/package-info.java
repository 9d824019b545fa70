/** What notification-service publishes: what became of a message. */
@NullMarked
package io.motcua.events.notification;

import org.jspecify.annotations.NullMarked;
