/** Aggregates whose history is their outbox: one conditional update per decision, hash-chained entries. */
@NullMarked
package io.motcua.platform.history;

import org.jspecify.annotations.NullMarked;
