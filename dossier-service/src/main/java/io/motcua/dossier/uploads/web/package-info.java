/** The tus protocol over HTTP. */
@NullMarked
package io.motcua.dossier.uploads.web;

import org.jspecify.annotations.NullMarked;
