/** The API documents of all services on one page. */
@NullMarked
package io.motcua.gateway.documents;

import org.jspecify.annotations.NullMarked;
