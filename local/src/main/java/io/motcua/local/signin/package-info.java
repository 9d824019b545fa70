/** Access tokens of the sample sign-ins. */
@NullMarked
package io.motcua.local.signin;

import org.jspecify.annotations.NullMarked;
