/** A gateway that the product's own is measured against. */
@NullMarked
package io.motcua.stockgateway;

import org.jspecify.annotations.NullMarked;
