/** What payment-service publishes: orders, confirmed payments and proposed refunds. */
@NullMarked
package io.motcua.events.payment;

import org.jspecify.annotations.NullMarked;
