/** Signatures on PDF documents, and the keys that make them. */
@NullMarked
package io.motcua.dossier.signatures;

import org.jspecify.annotations.NullMarked;
