/** Who has read personal data, kept for those whose data they are. */
@NullMarked
package io.motcua.dossier.readings;

import org.jspecify.annotations.NullMarked;
