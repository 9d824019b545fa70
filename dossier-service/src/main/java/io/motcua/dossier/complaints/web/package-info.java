/** Complaints over HTTP. */
@NullMarked
package io.motcua.dossier.complaints.web;

import org.jspecify.annotations.NullMarked;
