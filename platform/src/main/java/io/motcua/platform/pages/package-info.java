/** Lists by cursor. */
@NullMarked
package io.motcua.platform.pages;

import org.jspecify.annotations.NullMarked;
