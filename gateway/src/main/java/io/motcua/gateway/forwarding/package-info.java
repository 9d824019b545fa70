/**
 * What an agency's own instances get in place of the caller's token: one that is good for that service of that agency, for
 * a minute. Whoever runs those instances cannot use it anywhere else.
 */
@NullMarked
package io.motcua.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
