/** Numbers by which the state knows people and organisations, as far as they show themselves that they are wrong. */
@NullMarked
package io.motcua.dossier.identity;

import org.jspecify.annotations.NullMarked;
