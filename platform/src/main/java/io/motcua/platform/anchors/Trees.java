package io.motcua.platform.anchors;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Where the leaves of anchors lie, in order, some thousands to a document. */
final class Trees {

    private static final String COLLECTION = "anchorLeaves";

    /** About 100 bytes each, so a document stays below 1 MB. */
    private static final int IN_ONE = 8_000;

    private final MongoTemplate mongo;

    Trees(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION).createIndex(new Index("tree", Sort.Direction.ASC).on("part", Sort.Direction.ASC));
    }

    /** Under a name of its own, so that of two instances which make the same anchor neither spoils the other's. */
    String keep(List<Leaf> leaves) {
        var tree = UUID.randomUUID().toString();
        for (int from = 0, part = 0; from < leaves.size(); from += IN_ONE, part++) {
            var some = leaves.subList(from, Math.min(from + IN_ONE, leaves.size()));
            mongo.insert(
                    new Document("_id", tree + "/" + part)
                            .append("tree", tree)
                            .append("part", part)
                            .append("leaves", some.stream().map(Leaf::line).toList()),
                    COLLECTION);
        }
        return tree;
    }

    List<Leaf> leaves(String tree) {
        return mongo.find(query(where("tree").is(tree)).with(Sort.by("part")), Document.class, COLLECTION).stream()
                .flatMap(it -> it.getList("leaves", String.class).stream())
                .map(Leaf::of)
                .toList();
    }

    void drop(String tree) {
        mongo.remove(query(where("tree").is(tree)), COLLECTION);
    }
}
