/** How a module proves to the register of instances what it may do there. */
@NullMarked
package io.motcua.platform.register;

import org.jspecify.annotations.NullMarked;
