/** What holds for the answers of all features. */
@NullMarked
package io.motcua.catalog.web;

import org.jspecify.annotations.NullMarked;
