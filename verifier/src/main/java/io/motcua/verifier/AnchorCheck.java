package io.motcua.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The anchors that cover the history: signed, with the history among their leaves, as it was then. */
final class AnchorCheck {

    private final String aggregate;
    private final String agency;
    private final TreeMap<Long, String> hashes;
    private final SigningKeys keys;
    private final Findings findings;

    AnchorCheck(String aggregate, String agency, TreeMap<Long, String> hashes, SigningKeys keys, Findings findings) {
        this.aggregate = aggregate;
        this.agency = agency;
        this.hashes = hashes;
        this.keys = keys;
        this.findings = findings;
    }

    /** @param published the agency's anchors by day as somebody kept them, or none */
    void of(List<JsonNode> coverings, Map<String, String> published) {
        long covered = 0;
        for (var covering : coverings) {
            var jws = Fields.text(covering, "jws");
            var statement = SigningKeys.statement(jws);
            var day = Fields.text(statement, "day");
            if (covers(day, covering, jws, statement) && asPublished(day, jws, published)) {
                covered = Math.max(covered, Fields.number(covering, "seq"));
                findings.held("anchor of %s, up to entry %d", day, Fields.number(covering, "seq"));
            }
        }
        if (hashes.isEmpty() || covered < hashes.lastKey()) {
            findings.open("entries after %d: no anchor covers them yet", covered);
        }
    }

    private boolean covers(String day, JsonNode covering, String jws, JsonNode statement) {
        if (!keys.signed(jws)) {
            findings.broken("anchor of %s: signed by none of the keys", day);
            return false;
        }
        if (!agency.equals(Fields.text(statement, "agency"))) {
            findings.broken("anchor of %s: of another agency", day);
            return false;
        }
        long seq = Fields.number(covering, "seq");
        var hash = hashes.get(seq);
        if (hash == null) {
            findings.broken("anchor of %s: covers entry %d, which is not there", day, seq);
            return false;
        }
        var leaf = Digests.leaf(Map.of("aggregate", aggregate, "seq", seq, "hash", hash));
        var path =
                Fields.list(covering, "path").stream().map(JsonNode::asString).toList();
        var root = climb(leaf, Fields.number(covering, "index"), Fields.number(statement, "leaves"), path);
        if (!root.equals(Fields.text(statement, "root"))) {
            findings.broken("anchor of %s: the history was another one then", day);
            return false;
        }
        return true;
    }

    private boolean asPublished(String day, String jws, Map<String, String> published) {
        if (published.isEmpty()) {
            return true;
        }
        var kept = published.get(day);
        if (kept == null) {
            findings.open("anchor of %s: not among those that were kept", day);
            return true;
        }
        if (!kept.equals(jws)) {
            findings.broken("anchor of %s: another one was published", day);
            return false;
        }
        return true;
    }

    /** RFC 9162 §2.1.3.2; empty where the path does not fit the tree's size. */
    private static String climb(String leaf, long index, long size, List<String> path) {
        long at = index;
        long last = size - 1;
        var hash = leaf;
        if (index < 0 || index > last) {
            return "";
        }
        for (var sibling : path) {
            if (last == 0) {
                return "";
            }
            if ((at & 1) == 1 || at == last) {
                hash = Digests.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Digests.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? hash : "";
    }
}
