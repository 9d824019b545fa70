/** Dossier codes: unique, never reused, one per dossier. */
@NullMarked
package io.motcua.dossier.codes;

import org.jspecify.annotations.NullMarked;
