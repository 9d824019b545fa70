/** The way of the payer to the bank's page. */
@NullMarked
package io.motcua.payment.checkouts;

import org.jspecify.annotations.NullMarked;
