/** Checkouts over HTTP. */
@NullMarked
package io.motcua.payment.checkouts.web;

import org.jspecify.annotations.NullMarked;
