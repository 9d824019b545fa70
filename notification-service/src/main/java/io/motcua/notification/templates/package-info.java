/** The words of every message, as versioned data in Vietnamese and English. */
@NullMarked
package io.motcua.notification.templates;

import org.jspecify.annotations.NullMarked;
