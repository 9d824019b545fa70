/** The conventions of the API, in every service's OpenAPI document. */
@NullMarked
package io.motcua.platform.openapi;

import org.jspecify.annotations.NullMarked;
