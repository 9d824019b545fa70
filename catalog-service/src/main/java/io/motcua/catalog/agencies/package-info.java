/** Agencies with their placement, units, staff and working calendars. */
@NullMarked
package io.motcua.catalog.agencies;

import org.jspecify.annotations.NullMarked;
