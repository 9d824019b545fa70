/** The one door to all services. */
@NullMarked
package io.motcua.gateway;

import org.jspecify.annotations.NullMarked;
