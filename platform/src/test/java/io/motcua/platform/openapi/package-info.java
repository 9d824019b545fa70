@NullMarked
package io.motcua.platform.openapi;

import org.jspecify.annotations.NullMarked;
