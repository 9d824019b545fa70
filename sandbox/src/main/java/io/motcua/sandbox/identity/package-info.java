/** An OpenID Connect provider in the place of VNeID and of the agencies' directories. */
@NullMarked
package io.motcua.sandbox.identity;

import org.jspecify.annotations.NullMarked;
