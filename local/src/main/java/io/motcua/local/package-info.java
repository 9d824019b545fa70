/** The launcher behind {@code ./motcua}: one command line, one supervisor, every part of the platform as a child process. */
@NullMarked
package io.motcua.local;

import org.jspecify.annotations.NullMarked;
