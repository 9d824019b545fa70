/** What the store must not show of people: sealed by field, under keys that can be changed. */
@NullMarked
package io.motcua.dossier.personal;

import org.jspecify.annotations.NullMarked;
