/** Which children make the platform on this machine, and what each is told. */
@NullMarked
package io.motcua.local.plan;

import org.jspecify.annotations.NullMarked;
