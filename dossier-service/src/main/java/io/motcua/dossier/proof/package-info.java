/** Anchors over the dossiers' histories, and what a citizen or a court needs to check one: {@code docs/proof.md}. */
@NullMarked
package io.motcua.dossier.proof;

import org.jspecify.annotations.NullMarked;
