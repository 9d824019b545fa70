/** Papers that come in by pieces (tus 1.0): a broken line costs what was under way, not what had arrived. */
@NullMarked
package io.motcua.dossier.uploads;

import org.jspecify.annotations.NullMarked;
