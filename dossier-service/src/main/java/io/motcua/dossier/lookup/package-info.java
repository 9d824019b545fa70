/** What anyone may see of a dossier whose code he knows. */
@NullMarked
package io.motcua.dossier.lookup;

import org.jspecify.annotations.NullMarked;
