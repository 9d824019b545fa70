/** Over HTTP. */
@NullMarked
package io.motcua.dossier.lookup.web;

import org.jspecify.annotations.NullMarked;
