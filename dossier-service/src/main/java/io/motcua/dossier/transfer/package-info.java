/** Open dossiers of an older one-stop system, taken over from a table. */
@NullMarked
package io.motcua.dossier.transfer;

import org.jspecify.annotations.NullMarked;
