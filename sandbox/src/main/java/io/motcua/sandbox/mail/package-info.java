/** An SMTP server that delivers everything to the inbox. */
@NullMarked
package io.motcua.sandbox.mail;

import org.jspecify.annotations.NullMarked;
