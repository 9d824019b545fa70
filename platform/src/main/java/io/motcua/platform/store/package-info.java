/** How the services use the document store: durably, and without waiting long for one that is away. */
@NullMarked
package io.motcua.platform.store;

import org.jspecify.annotations.NullMarked;
