/** When a dossier is due: pure functions of a time limit, an instant and a working calendar. */
@NullMarked
package io.motcua.dossier.deadlines;

import org.jspecify.annotations.NullMarked;
