/** Over HTTP. */
@NullMarked
package io.motcua.dossier.registers.web;

import org.jspecify.annotations.NullMarked;
