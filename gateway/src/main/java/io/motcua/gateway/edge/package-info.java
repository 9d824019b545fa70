/** What every request meets first: its trace and its size. */
@NullMarked
package io.motcua.gateway.edge;

import org.jspecify.annotations.NullMarked;
