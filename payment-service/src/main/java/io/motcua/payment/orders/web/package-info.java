/** Orders as the payer and the agency's officers read them. */
@NullMarked
package io.motcua.payment.orders.web;

import org.jspecify.annotations.NullMarked;
