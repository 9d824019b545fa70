/** Processes, as the operating system knows them. */
@NullMarked
package io.motcua.local.processes;

import org.jspecify.annotations.NullMarked;
