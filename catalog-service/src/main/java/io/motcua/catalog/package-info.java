/** The catalogue: which agencies there are, what they offer on which day, and how far each has come online. */
@NullMarked
package io.motcua.catalog;

import org.jspecify.annotations.NullMarked;
