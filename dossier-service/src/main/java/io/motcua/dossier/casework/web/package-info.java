/** The HTTP face of casework. */
@NullMarked
package io.motcua.dossier.casework.web;

import org.jspecify.annotations.NullMarked;
