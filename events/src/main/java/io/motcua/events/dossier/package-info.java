/** What dossier-service publishes: the life of a case. */
@NullMarked
package io.motcua.events.dossier;

import org.jspecify.annotations.NullMarked;
