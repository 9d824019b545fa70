/** The API by which apps and their keys are managed. */
@NullMarked
package io.motcua.gateway.apps.web;

import org.jspecify.annotations.NullMarked;
