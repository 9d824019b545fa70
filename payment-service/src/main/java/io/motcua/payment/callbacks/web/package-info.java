/** The addresses that the bank calls. */
@NullMarked
package io.motcua.payment.callbacks.web;

import org.jspecify.annotations.NullMarked;
