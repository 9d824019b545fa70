/** Where a request goes, and what happens when nobody is there. */
@NullMarked
package io.motcua.gateway.routes;

import org.jspecify.annotations.NullMarked;
