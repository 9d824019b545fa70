/** Agencies, units, staff and calendars over HTTP. */
@NullMarked
package io.motcua.catalog.agencies.web;

import org.jspecify.annotations.NullMarked;
