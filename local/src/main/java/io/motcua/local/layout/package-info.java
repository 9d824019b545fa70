/** Where things lie on this machine: folders, ports, components. */
@NullMarked
package io.motcua.local.layout;

import org.jspecify.annotations.NullMarked;
