/** From the bank's word to the order: the one place where a report of the bank takes effect. */
@NullMarked
package io.motcua.payment.settlements;

import org.jspecify.annotations.NullMarked;
