/** Official forms as data: templates by agency and day, set as PDF/A. */
@NullMarked
package io.motcua.dossier.forms;

import org.jspecify.annotations.NullMarked;
