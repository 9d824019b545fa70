/** Proofs and anchors over HTTP. */
@NullMarked
package io.motcua.dossier.proof.web;

import org.jspecify.annotations.NullMarked;
