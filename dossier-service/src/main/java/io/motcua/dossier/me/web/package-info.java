/** Over HTTP. */
@NullMarked
package io.motcua.dossier.me.web;

import org.jspecify.annotations.NullMarked;
