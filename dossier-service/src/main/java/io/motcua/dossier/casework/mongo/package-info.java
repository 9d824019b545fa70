/** Dossiers as aggregates in MongoDB. */
@NullMarked
package io.motcua.dossier.casework.mongo;

import org.jspecify.annotations.NullMarked;
