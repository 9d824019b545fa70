/** What all pages share: their language and the start page. */
@NullMarked
package io.motcua.sandbox.pages;

import org.jspecify.annotations.NullMarked;
