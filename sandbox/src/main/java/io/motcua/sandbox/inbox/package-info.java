/** What arrived by mail and SMS, for people to read and for tests to ask. */
@NullMarked
package io.motcua.sandbox.inbox;

import org.jspecify.annotations.NullMarked;
