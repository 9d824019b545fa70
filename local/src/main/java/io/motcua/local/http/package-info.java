/** A small HTTP client: an API caller and a browser that keeps cookies and fills in forms. */
@NullMarked
package io.motcua.local.http;

import org.jspecify.annotations.NullMarked;
