/** Guesses, kept. */
@NullMarked
package io.motcua.dossier.lookup.mongo;

import org.jspecify.annotations.NullMarked;
