/** The VNPAY 2.1.0 protocol: signatures, the pay address, notifications and questions. Knows no order. */
@NullMarked
package io.motcua.payment.vnpay;

import org.jspecify.annotations.NullMarked;
