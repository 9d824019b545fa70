/** What the tests of every service share: a full service on real backends, tokens, a client, the event bus. */
@NullMarked
package io.motcua.platform.testing;

import org.jspecify.annotations.NullMarked;
