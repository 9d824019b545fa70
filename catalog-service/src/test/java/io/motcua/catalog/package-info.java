@NullMarked
package io.motcua.catalog;

import org.jspecify.annotations.NullMarked;
