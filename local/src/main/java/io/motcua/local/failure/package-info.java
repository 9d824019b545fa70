/** What goes wrong in words that a user understands. */
@NullMarked
package io.motcua.local.failure;

import org.jspecify.annotations.NullMarked;
