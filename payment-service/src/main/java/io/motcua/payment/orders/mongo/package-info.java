/** Orders in the store, and their number by state as a metric. */
@NullMarked
package io.motcua.payment.orders.mongo;

import org.jspecify.annotations.NullMarked;
