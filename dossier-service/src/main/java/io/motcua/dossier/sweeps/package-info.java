/** What happens to dossiers because time passes: reminders, prepared apologies, windows that close. */
@NullMarked
package io.motcua.dossier.sweeps;

import org.jspecify.annotations.NullMarked;
