/**
 * How much one client, one agency and all together may ask of this door: what is beyond is refused before it reaches a
 * service, so that nobody's rush is another's outage.
 */
@NullMarked
package io.motcua.gateway.limits;

import org.jspecify.annotations.NullMarked;
