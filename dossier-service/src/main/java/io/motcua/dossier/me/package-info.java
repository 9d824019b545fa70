/** The signed-in citizen's own dossiers, across agencies. */
@NullMarked
package io.motcua.dossier.me;

import org.jspecify.annotations.NullMarked;
