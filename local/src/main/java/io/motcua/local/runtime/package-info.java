/** How a part is run: unpacked beside its trained AOT cache. */
@NullMarked
package io.motcua.local.runtime;

import org.jspecify.annotations.NullMarked;
