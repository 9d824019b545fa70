package io.motcua.platform.anchors;

import java.util.List;

/**
 * That a history was covered by an anchor.
 *
 * @param seq the number of the entry with which it was covered
 * @param index its place among the anchor's leaves
 * @param path the siblings up to the root (RFC 9162 §2.1.3), nearest first, lower-case hex
 */
public record Inclusion(Anchor anchor, long seq, int index, List<String> path) {}
