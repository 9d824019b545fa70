/** Contents in GridFS. */
@NullMarked
package io.motcua.dossier.attachments.mongo;

import org.jspecify.annotations.NullMarked;
