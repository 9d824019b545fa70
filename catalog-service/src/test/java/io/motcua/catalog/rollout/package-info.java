@NullMarked
package io.motcua.catalog.rollout;

import org.jspecify.annotations.NullMarked;
