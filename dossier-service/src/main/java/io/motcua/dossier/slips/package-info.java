/** The official forms that decisions bring with them, drawn up from templates as PDF/A. */
@NullMarked
package io.motcua.dossier.slips;

import org.jspecify.annotations.NullMarked;
