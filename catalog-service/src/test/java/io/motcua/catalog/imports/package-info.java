@NullMarked
package io.motcua.catalog.imports;

import org.jspecify.annotations.NullMarked;
