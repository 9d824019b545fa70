/** Over HTTP. */
@NullMarked
package io.motcua.dossier.transfer.web;

import org.jspecify.annotations.NullMarked;
