/** Registered front-end apps, managed through the gateway as an operator does. */
@NullMarked
package io.motcua.local.apps;

import org.jspecify.annotations.NullMarked;
