/** How far uploads have come, in MongoDB. */
@NullMarked
package io.motcua.dossier.uploads.mongo;

import org.jspecify.annotations.NullMarked;
