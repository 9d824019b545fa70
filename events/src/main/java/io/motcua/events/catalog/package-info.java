/** What catalog-service publishes: the whole current state of agencies, units, staff, calendars and procedures. */
@NullMarked
package io.motcua.events.catalog;

import org.jspecify.annotations.NullMarked;
