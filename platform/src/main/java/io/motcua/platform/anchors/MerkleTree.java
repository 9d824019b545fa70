package io.motcua.platform.anchors;

import io.motcua.platform.history.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The Merkle tree of RFC 9162 §2.1, over texts, with SHA-256. Leaves and inner nodes are hashed with different prefixes, so
 * that none can be passed off as the other.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<String> hashes;

    private MerkleTree(List<String> hashes) {
        this.hashes = hashes;
    }

    static MerkleTree of(List<String> leaves) {
        return new MerkleTree(leaves.stream().map(MerkleTree::leaf).toList());
    }

    /** Lower-case hex. */
    String root() {
        return root(hashes);
    }

    /** The siblings on the way from the leaf to the root (§2.1.3.1), nearest first. */
    List<String> path(int index) {
        var path = new ArrayList<String>();
        path(index, hashes, path);
        return path;
    }

    private static void path(int index, List<String> hashes, List<String> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = split(hashes.size());
        var left = hashes.subList(0, split);
        var right = hashes.subList(split, hashes.size());
        if (index < split) {
            path(index, left, path);
            path.add(root(right));
        } else {
            path(index - split, right, path);
            path.add(root(left));
        }
    }

    private static String root(List<String> hashes) {
        return switch (hashes.size()) {
            case 0 -> Digest.sha256("");
            case 1 -> hashes.getFirst();
            default -> {
                int split = split(hashes.size());
                yield node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
            }
        };
    }

    /** The largest power of two that is smaller than the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static String leaf(String text) {
        return Digest.sha256(LEAF, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String node(String left, String right) {
        var hex = HexFormat.of();
        return Digest.sha256(NODE, hex.parseHex(left), hex.parseHex(right));
    }
}
