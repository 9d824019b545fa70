/** Over HTTP, as server-sent events. */
@NullMarked
package io.motcua.dossier.following.web;

import org.jspecify.annotations.NullMarked;
