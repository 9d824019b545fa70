/** All that is held on a person, for himself. */
@NullMarked
package io.motcua.dossier.export;

import org.jspecify.annotations.NullMarked;
