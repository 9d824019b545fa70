/** The connections to the services: kept open, one exchange at a time, watched for silence. */
@NullMarked
package io.motcua.gateway.wires;

import org.jspecify.annotations.NullMarked;
