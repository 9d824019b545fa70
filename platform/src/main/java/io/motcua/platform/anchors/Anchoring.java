package io.motcua.platform.anchors;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.CanonicalJson;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Digest;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Makes and reads the anchors over one collection of aggregates: for each agency and day one Merkle tree over how far each
 * history had come, whose root is signed and published, and names the anchor before it.
 */
public final class Anchoring {

    private static final Logger log = LoggerFactory.getLogger(Anchoring.class);

    private final Aggregates<Anchor> anchors;
    private final Waiting waiting;
    private final Trees trees;
    private final AnchorKeys keys;
    private final Clock clock;
    private final String service;
    private final ZoneId zone;
    private final Announcement announcement;

    /**
     * How an anchor is told to others.
     *
     * @param type of the published entry
     * @param data its payload
     */
    public record Announcement(EntryType type, Function<Anchor, Object> data) {}

    Anchoring(
            Aggregates<Anchor> anchors,
            Waiting waiting,
            Trees trees,
            AnchorKeys keys,
            Clock clock,
            String service,
            ZoneId zone,
            Announcement announcement) {
        this.anchors = anchors;
        this.waiting = waiting;
        this.trees = trees;
        this.keys = keys;
        this.clock = clock;
        this.service = service;
        this.zone = zone;
        this.announcement = announcement;
        anchors.index(new Index("agency", Sort.Direction.ASC).on("state.day", Sort.Direction.ASC));
    }

    /**
     * Anchors, for every agency, what happened before the day and is not anchored yet. Any instance may do it, and several at
     * once; what a crash left half done is taken up again.
     *
     * @return how many anchors were made
     */
    public int until(LocalDate today) {
        if (!keys.sign()) {
            return 0;
        }
        var end = today.atStartOfDay(zone).toInstant();
        int made = 0;
        for (var histories : waiting.before(end).entrySet()) {
            made += anchor(histories.getKey(), today.minusDays(1), end, histories.getValue());
        }
        return made;
    }

    /** The anchors of an agency, oldest first. */
    public List<Anchor> of(String agency, LocalDate from, LocalDate to, int limit) {
        var days = where("state.day").gte(from.toString()).lte(to.toString());
        return anchors.find(agency, days, Sort.by("state.day"), limit).stream()
                .map(it -> it.state())
                .toList();
    }

    /** By which anchors a history is covered, oldest first. */
    public List<Inclusion> inclusions(String agency, String aggregate) {
        var inclusions = new ArrayList<Inclusion>();
        for (var mark : waiting.anchors(agency, aggregate)) {
            var anchor =
                    anchors.find(agency, mark.getString("anchor")).orElseThrow().state();
            int index = mark.getInteger("index");
            var texts = trees.leaves(anchor.tree()).stream().map(Leaf::text).toList();
            inclusions.add(new Inclusion(
                    anchor, mark.getLong("seq"), index, MerkleTree.of(texts).path(index)));
        }
        return inclusions;
    }

    private int anchor(String agency, LocalDate day, Instant end, List<Leaf> leaves) {
        var id = Digest.shortId("anchor", agency, day.toString());
        var earlier = anchors.find(agency, id);
        boolean made = false;
        if (earlier.isEmpty()) {
            made = make(id, agency, day, leaves);
        }
        var anchor = anchors.find(agency, id).orElseThrow().state();
        var covered = leaves.stream().collect(Collectors.toMap(Leaf::aggregate, Leaf::seq));
        var places = new HashMap<Integer, Leaf>();
        var all = trees.leaves(anchor.tree());
        for (int index = 0; index < all.size(); index++) {
            if (covered.containsKey(all.get(index).aggregate())) {
                places.put(index, all.get(index));
            }
        }
        waiting.covered(id, places, end);
        waiting.postpone(agency, end);
        return made ? 1 : 0;
    }

    private boolean make(String id, String agency, LocalDate day, List<Leaf> leaves) {
        var root = MerkleTree.of(leaves.stream().map(Leaf::text).toList()).root();
        var previous = latest(agency).map(it -> Digest.sha256(it.jws()));
        var statement = new HashMap<String, Object>();
        statement.put("v", 1);
        statement.put("service", service);
        statement.put("agency", agency);
        statement.put("day", day.toString());
        statement.put("leaves", leaves.size());
        statement.put("root", root);
        previous.ifPresent(it -> statement.put("previous", it));
        statement.put("at", clock.instant().toString());
        var tree = trees.keep(leaves);
        var anchor = new Anchor(
                agency,
                day.toString(),
                leaves.size(),
                root,
                previous.orElse(null),
                keys.sign(CanonicalJson.of(statement)),
                tree);
        var decided = anchors.create(
                id,
                agency,
                new Cause("anchor:" + agency + "/" + day),
                Actor.system(service),
                Decision.of(
                        anchor,
                        new Fact(announcement.type(), announcement.data().apply(anchor))));
        if (!decided.applied()) {
            trees.drop(tree);
            return false;
        }
        log.info("Anchored agency={} day={} histories={} root={}", agency, day, leaves.size(), root);
        return true;
    }

    private Optional<Anchor> latest(String agency) {
        return anchors.find(agency, new Criteria(), Sort.by(Sort.Direction.DESC, "state.day"), 1).stream()
                .findFirst()
                .map(it -> it.state());
    }
}
