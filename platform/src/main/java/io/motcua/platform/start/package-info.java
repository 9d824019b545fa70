/** What has to be right before anything starts. */
@NullMarked
package io.motcua.platform.start;

import org.jspecify.annotations.NullMarked;
