/** Procedures over HTTP. */
@NullMarked
package io.motcua.catalog.procedures.web;

import org.jspecify.annotations.NullMarked;
