/** Whether queries are answered by indexes. */
@NullMarked
package io.motcua.platform.testing.plans;

import org.jspecify.annotations.NullMarked;
