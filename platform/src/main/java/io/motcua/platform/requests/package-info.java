/** Request keys, revisions and their HTTP headers. */
@NullMarked
package io.motcua.platform.requests;

import org.jspecify.annotations.NullMarked;
