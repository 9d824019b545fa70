/** The figures that leaders are judged by, kept as things happen. */
@NullMarked
package io.motcua.dossier.figures;

import org.jspecify.annotations.NullMarked;
