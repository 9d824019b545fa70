@NullMarked
package io.motcua.catalog.procedures;

import org.jspecify.annotations.NullMarked;
