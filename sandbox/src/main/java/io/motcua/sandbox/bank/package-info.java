/** A bank that speaks the VNPAY protocol 2.1.0. */
@NullMarked
package io.motcua.sandbox.bank;

import org.jspecify.annotations.NullMarked;
