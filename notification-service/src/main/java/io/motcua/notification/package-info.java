/** Tells citizens by mail and SMS what became of their dossiers. */
@NullMarked
package io.motcua.notification;

import org.jspecify.annotations.NullMarked;
