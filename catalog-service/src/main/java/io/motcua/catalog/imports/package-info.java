/** Taking files of records, row by row: what is good is applied, what is bad is reported. */
@NullMarked
package io.motcua.catalog.imports;

import org.jspecify.annotations.NullMarked;
