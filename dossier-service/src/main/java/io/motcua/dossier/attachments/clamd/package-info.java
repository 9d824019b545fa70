/** ClamAV's daemon, asked over its socket. */
@NullMarked
package io.motcua.dossier.attachments.clamd;

import org.jspecify.annotations.NullMarked;
