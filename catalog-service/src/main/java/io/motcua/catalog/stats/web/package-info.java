/** Counts over HTTP. */
@NullMarked
package io.motcua.catalog.stats.web;

import org.jspecify.annotations.NullMarked;
