/** How the command line speaks to the supervisor. */
@NullMarked
package io.motcua.local.control;

import org.jspecify.annotations.NullMarked;
