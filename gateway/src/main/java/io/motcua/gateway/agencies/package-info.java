/** The agencies and where their parts of each service run: the gateway's own copy of the catalogue's records. */
@NullMarked
package io.motcua.gateway.agencies;

import org.jspecify.annotations.NullMarked;
