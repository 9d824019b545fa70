/** The published language of motcua: what one service tells the others, and nothing else. */
@NullMarked
package io.motcua.events;

import org.jspecify.annotations.NullMarked;
