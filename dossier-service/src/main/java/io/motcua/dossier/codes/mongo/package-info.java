/** Counters and claims in MongoDB. */
@NullMarked
package io.motcua.dossier.codes.mongo;

import org.jspecify.annotations.NullMarked;
