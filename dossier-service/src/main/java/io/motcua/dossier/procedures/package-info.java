/** What this service keeps of the catalogue, so that filing goes on without it. */
@NullMarked
package io.motcua.dossier.procedures;

import org.jspecify.annotations.NullMarked;
