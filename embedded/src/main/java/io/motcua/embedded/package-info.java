/** The document store and the Kafka broker of one machine, for {@code ./motcua} and for the tests. */
@NullMarked
package io.motcua.embedded;

import org.jspecify.annotations.NullMarked;
