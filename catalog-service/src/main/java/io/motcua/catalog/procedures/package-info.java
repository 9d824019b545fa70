/** Procedures: drafts, and immutable versions each with its days of validity. */
@NullMarked
package io.motcua.catalog.procedures;

import org.jspecify.annotations.NullMarked;
