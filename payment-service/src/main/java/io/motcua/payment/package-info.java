/** payment-service: fee orders, the VNPAY protocol, and what the bank says about them. */
@NullMarked
package io.motcua.payment;

import org.jspecify.annotations.NullMarked;
