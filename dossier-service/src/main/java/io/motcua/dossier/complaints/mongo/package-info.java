/** Complaints in the store. */
@NullMarked
package io.motcua.dossier.complaints.mongo;

import org.jspecify.annotations.NullMarked;
