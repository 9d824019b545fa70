/** The files that let a restart forget nothing. */
@NullMarked
package io.motcua.sandbox.storage;

import org.jspecify.annotations.NullMarked;
