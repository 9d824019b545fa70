/** Who calls, and what each endpoint allows: several issuers, default deny. */
@NullMarked
package io.motcua.platform.security;

import org.jspecify.annotations.NullMarked;
