/** Complaints and feedback about dossiers and agencies, and their answers. */
@NullMarked
package io.motcua.dossier.complaints;

import org.jspecify.annotations.NullMarked;
