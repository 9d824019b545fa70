/** Papers handed in and the result document, stored beside the dossier. */
@NullMarked
package io.motcua.dossier.attachments;

import org.jspecify.annotations.NullMarked;
