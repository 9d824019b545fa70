/** The register of running instances. */
@NullMarked
package io.motcua.discovery;

import org.jspecify.annotations.NullMarked;
