package io.motcua.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The entries, one after the other: what each says is what its digest covers, and each hash covers the one before. */
final class ChainCheck {

    private final Findings findings;
    private final TreeMap<Long, String> hashes = new TreeMap<>();

    private ChainCheck(Findings findings) {
        this.findings = findings;
    }

    /** @return the hash that each entry must have, by number, as far as the chain could be followed */
    static TreeMap<Long, String> of(String aggregate, List<JsonNode> entries, Findings findings) {
        var check = new ChainCheck(findings);
        check.follow(aggregate, entries);
        return check.hashes;
    }

    private void follow(String aggregate, List<JsonNode> entries) {
        var prev = Digests.of(aggregate);
        long expected = 1;
        int disclosed = 0;
        int erased = 0;
        for (var entry : entries) {
            long seq = Fields.number(entry, "seq");
            if (seq != expected) {
                findings.broken("entry %d stands where entry %d must be", seq, expected);
                return;
            }
            if (entry.has("type")) {
                disclosed++;
                erased += says(seq, entry) ? 0 : 1;
            }
            var hash = Digests.ofJson(Map.of("prev", prev, "seq", seq, "entry", Fields.text(entry, "digest")));
            if (!hash.equals(Fields.text(entry, "hash"))) {
                findings.broken("entry %d does not follow from what stands before it", seq);
            }
            hashes.put(seq, hash);
            prev = hash;
            expected++;
        }
        findings.held("%d entries, %d of them disclosed, %d of these erased", entries.size(), disclosed, erased);
    }

    /** Whether the entry's data are there to be checked. */
    private boolean says(long seq, JsonNode entry) {
        var dataHash = Fields.text(entry, "dataHash");
        var digest = Digests.ofJson(Map.of(
                "type", Fields.text(entry, "type"),
                "at", Fields.text(entry, "at"),
                "actor",
                        Map.of(
                                "key", Fields.text(entry.path("actor"), "key"),
                                "role", Fields.text(entry.path("actor"), "role")),
                "dataHash", dataHash,
                "stateHash", Fields.text(entry, "stateHash")));
        if (!digest.equals(Fields.text(entry, "digest"))) {
            findings.broken("entry %d has been altered: type, time, actor or digests of data", seq);
        }
        if (!entry.has("data") || !entry.has("salt")) {
            return false;
        }
        if (!Digests.salted(Fields.text(entry, "salt"), entry.get("data").toString())
                .equals(dataHash)) {
            findings.broken("entry %d has been altered: its data", seq);
        }
        return true;
    }
}
