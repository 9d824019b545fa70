/** What the stores do that a service may run on, asked of the one at hand: docs/stores.md holds their answers. */
@NullMarked
package io.motcua.platform.stores;

import org.jspecify.annotations.NullMarked;
