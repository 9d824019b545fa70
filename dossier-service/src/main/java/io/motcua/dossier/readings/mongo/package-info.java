/** Readings in MongoDB. */
@NullMarked
package io.motcua.dossier.readings.mongo;

import org.jspecify.annotations.NullMarked;
