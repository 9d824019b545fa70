/** The sample data set: where it comes from, and that it says what it should. */
@NullMarked
package io.motcua.catalog.samples;

import org.jspecify.annotations.NullMarked;
