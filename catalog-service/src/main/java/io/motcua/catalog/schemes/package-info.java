/** Tiers of government and level schemes, as data with their days of validity. */
@NullMarked
package io.motcua.catalog.schemes;

import org.jspecify.annotations.NullMarked;
