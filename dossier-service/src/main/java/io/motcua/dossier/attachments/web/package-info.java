/** Upload and download. */
@NullMarked
package io.motcua.dossier.attachments.web;

import org.jspecify.annotations.NullMarked;
