/** RFC 9457 problems in Vietnamese and English. */
@NullMarked
package io.motcua.platform.problems;

import org.jspecify.annotations.NullMarked;
