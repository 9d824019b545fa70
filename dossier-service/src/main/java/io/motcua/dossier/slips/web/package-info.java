/** Over HTTP. */
@NullMarked
package io.motcua.dossier.slips.web;

import org.jspecify.annotations.NullMarked;
