/** What the dossiers tell: money demanded, money to give back, dossiers that have ended. */
@NullMarked
package io.motcua.payment.demands;

import org.jspecify.annotations.NullMarked;
