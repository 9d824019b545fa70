/** What staff and the citizen can see of the messages. */
@NullMarked
package io.motcua.notification.web;

import org.jspecify.annotations.NullMarked;
