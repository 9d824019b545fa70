/**
 * Daily anchors of histories: whoever rewrites what has been anchored contradicts what has been published. The format is
 * written down in {@code docs/proof.md}.
 */
@NullMarked
package io.motcua.platform.anchors;

import org.jspecify.annotations.NullMarked;
