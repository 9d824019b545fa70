/** The outside world for development and training; depends on nothing of ours. */
@NullMarked
package io.motcua.sandbox;

import org.jspecify.annotations.NullMarked;
