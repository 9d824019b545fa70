/** Who waits for a dossier to change. */
@NullMarked
package io.motcua.dossier.following;

import org.jspecify.annotations.NullMarked;
