/** What is measured of requests. */
@NullMarked
package io.motcua.platform.observation;

import org.jspecify.annotations.NullMarked;
