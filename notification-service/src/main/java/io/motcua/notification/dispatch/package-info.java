/** Sends what is waiting: claims, hands over, tries again, gives up. */
@NullMarked
package io.motcua.notification.dispatch;

import org.jspecify.annotations.NullMarked;
