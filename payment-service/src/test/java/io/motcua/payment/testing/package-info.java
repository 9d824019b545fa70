/** A small bank, and the base of the tests that run the whole service. */
@NullMarked
package io.motcua.payment.testing;

import org.jspecify.annotations.NullMarked;
