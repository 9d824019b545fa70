/** Dossiers from draft to returned result, under the law's clock. */
@NullMarked
package io.motcua.dossier;

import org.jspecify.annotations.NullMarked;
