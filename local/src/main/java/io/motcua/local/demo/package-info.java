/** The main job, end to end, as a citizen and the officers would do it. */
@NullMarked
package io.motcua.local.demo;

import org.jspecify.annotations.NullMarked;
