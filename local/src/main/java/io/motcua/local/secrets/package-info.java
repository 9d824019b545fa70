/** Secrets of a development machine, made once and kept under {@code .motcua/keys}. */
@NullMarked
package io.motcua.local.secrets;

import org.jspecify.annotations.NullMarked;
