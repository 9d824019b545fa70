/** Readings over HTTP. */
@NullMarked
package io.motcua.dossier.readings.web;

import org.jspecify.annotations.NullMarked;
