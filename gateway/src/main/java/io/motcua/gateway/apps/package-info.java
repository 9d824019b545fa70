/** Front-end apps that are registered: who they are, what they may call, and the keys by which they are known. */
@NullMarked
package io.motcua.gateway.apps;

import org.jspecify.annotations.NullMarked;
