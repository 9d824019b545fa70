/** What the bank sends by itself: notifications, and the payer's browser on its way back. */
@NullMarked
package io.motcua.payment.callbacks;

import org.jspecify.annotations.NullMarked;
