/** How long personal data are kept, and that they are erased then. */
@NullMarked
package io.motcua.dossier.retention;

import org.jspecify.annotations.NullMarked;
