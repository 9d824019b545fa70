package io.motcua.platform.anchors;

import org.jspecify.annotations.Nullable;

/**
 * What binds the histories of an agency as they were at the end of a day.
 *
 * @param day whose end it covers, ISO 8601; a day on which nothing was to be anchored has none
 * @param leaves how many histories it covers
 * @param root of the tree over them, lower-case hex
 * @param previous SHA-256 of the {@code jws} of the agency's anchor before, null for the first
 * @param jws all this, signed (RFC 7515, compact): what is published
 * @param tree where its leaves lie
 */
public record Anchor(
        String agency,
        String day,
        int leaves,
        String root,
        @Nullable String previous,
        String jws,
        String tree) {}
