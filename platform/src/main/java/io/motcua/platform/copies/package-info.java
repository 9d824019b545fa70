/** What a service keeps of another's data, with Kafka offsets of its own. */
@NullMarked
package io.motcua.platform.copies;

import org.jspecify.annotations.NullMarked;
