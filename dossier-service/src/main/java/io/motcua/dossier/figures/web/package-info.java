/** Figures over HTTP. */
@NullMarked
package io.motcua.dossier.figures.web;

import org.jspecify.annotations.NullMarked;
