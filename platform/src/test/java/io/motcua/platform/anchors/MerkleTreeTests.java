package io.motcua.platform.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.history.Digest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTests {

    /** Worked out by hand from RFC 9162 §2.1.1. */
    @Test
    void three_leaves_make_the_root_of_the_standard() {
        var a = hash(0, "a".getBytes());
        var b = hash(0, "b".getBytes());
        var c = hash(0, "c".getBytes());
        assertThat(MerkleTree.of(List.of("a", "b", "c")).root()).isEqualTo(node(node(a, b), c));
        assertThat(MerkleTree.of(List.of("a", "b", "c")).path(2)).containsExactly(node(a, b));
        assertThat(MerkleTree.of(List.of("a", "b", "c")).path(0)).containsExactly(b, c);
    }

    @Test
    void one_leaf_is_no_inner_node() {
        assertThat(MerkleTree.of(List.of("a")).root()).isEqualTo(hash(0, "a".getBytes()));
        assertThat(MerkleTree.of(List.of("a")).path(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 100})
    void every_leaf_has_a_path_to_the_root(int size) {
        var leaves = IntStream.range(0, size).mapToObj(it -> "leaf " + it).toList();
        var tree = MerkleTree.of(leaves);
        for (int index = 0; index < size; index++) {
            assertThat(climbed(hash(0, leaves.get(index).getBytes()), index, size, tree.path(index)))
                    .isEqualTo(tree.root());
        }
    }

    /** RFC 9162 §2.1.3.2. */
    private static String climbed(String leaf, int index, int size, List<String> path) {
        int fn = index;
        int sn = size - 1;
        var r = leaf;
        for (var p : path) {
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).isZero();
        return r;
    }

    private static String node(String left, String right) {
        return Digest.sha256(
                new byte[] {1}, HexFormat.of().parseHex(left), HexFormat.of().parseHex(right));
    }

    private static String hash(int prefix, byte[] text) {
        return Digest.sha256(new byte[] {(byte) prefix}, text);
    }
}
