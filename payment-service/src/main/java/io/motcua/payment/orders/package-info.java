/** The fee order: what is owed for a dossier, how often it was tried to pay it, and the rules of both. */
@NullMarked
package io.motcua.payment.orders;

import org.jspecify.annotations.NullMarked;
