/** Who may pass: tokens of trusted issuers, or anyone on public paths. */
@NullMarked
package io.motcua.gateway.security;

import org.jspecify.annotations.NullMarked;
