/** The sample agencies and services, loaded through the front door. */
@NullMarked
package io.motcua.local.samples;

import org.jspecify.annotations.NullMarked;
