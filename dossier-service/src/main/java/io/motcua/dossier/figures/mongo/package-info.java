/** Facts and counters in the store. */
@NullMarked
package io.motcua.dossier.figures.mongo;

import org.jspecify.annotations.NullMarked;
