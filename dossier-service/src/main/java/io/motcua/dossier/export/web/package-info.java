/** Over HTTP. */
@NullMarked
package io.motcua.dossier.export.web;

import org.jspecify.annotations.NullMarked;
