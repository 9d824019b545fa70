/** The import of the platform's records over HTTP. */
@NullMarked
package io.motcua.catalog.imports.web;

import org.jspecify.annotations.NullMarked;
