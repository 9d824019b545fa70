/** A dossier's life: its state, the commands, the one table of what is legal, and what each decision announces. */
@NullMarked
package io.motcua.dossier.casework;

import org.jspecify.annotations.NullMarked;
