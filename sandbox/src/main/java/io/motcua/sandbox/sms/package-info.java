/** A brand-name SMS gateway that delivers everything to the inbox. */
@NullMarked
package io.motcua.sandbox.sms;

import org.jspecify.annotations.NullMarked;
