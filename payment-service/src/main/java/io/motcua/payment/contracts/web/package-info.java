/** Entering and reading an agency's contract with the bank. */
@NullMarked
package io.motcua.payment.contracts.web;

import org.jspecify.annotations.NullMarked;
