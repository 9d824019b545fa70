/** What the user sees while things start. */
@NullMarked
package io.motcua.local.progress;

import org.jspecify.annotations.NullMarked;
