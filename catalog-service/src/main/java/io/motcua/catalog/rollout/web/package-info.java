/** The league table over HTTP. */
@NullMarked
package io.motcua.catalog.rollout.web;

import org.jspecify.annotations.NullMarked;
