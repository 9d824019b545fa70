/** The contracts with the bank that agencies enter themselves: records with a history, their secrets sealed. */
@NullMarked
package io.motcua.payment.contracts;

import org.jspecify.annotations.NullMarked;
