/** What this machine does per second: figures for the documentation, never part of a test. */
@NullMarked
package io.motcua.local.bench;

import org.jspecify.annotations.NullMarked;
