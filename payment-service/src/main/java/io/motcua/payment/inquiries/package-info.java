/** Asking the bank about every attempt that it has not told us of, and ending orders whose term is over. */
@NullMarked
package io.motcua.payment.inquiries;

import org.jspecify.annotations.NullMarked;
