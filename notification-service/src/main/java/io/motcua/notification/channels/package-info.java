/** The ways out of the platform to a citizen: mail by SMTP and SMS by HTTP. */
@NullMarked
package io.motcua.notification.channels;

import org.jspecify.annotations.NullMarked;
