/** Refusals of the gateway itself, in the shape that the services' problems have. */
@NullMarked
package io.motcua.gateway.problems;

import org.jspecify.annotations.NullMarked;
