/** Who a caller is taken for. */
@NullMarked
package io.motcua.platform.identity;

import org.jspecify.annotations.NullMarked;
