package io.motcua.dossier.readings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.dossier.casework.Insight;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Purpose;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.Readings;
import io.motcua.dossier.casework.Role;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** One document each, which nothing here changes or removes. */
@Repository
class MongoReadings implements Readings {

    private static final String COLLECTION = "readings";
    private static final Sort YOUNGEST_FIRST = Sort.by(Sort.Order.desc("at"), Sort.Order.desc("_id"));

    private final MongoTemplate mongo;

    MongoReadings(MongoTemplate mongo) {
        this.mongo = mongo;
        for (var whose : List.of("dossier", "person")) {
            mongo.indexOps(COLLECTION)
                    .createIndex(new Index(whose, Sort.Direction.ASC)
                            .on("at", Sort.Direction.DESC)
                            .on("_id", Sort.Direction.DESC));
        }
    }

    @Override
    public void keep(List<Reading> more) {
        if (!more.isEmpty()) {
            mongo.insert(more.stream().map(MongoReadings::document).toList(), COLLECTION);
        }
    }

    @Override
    public List<Reading> ofDossier(String agency, String dossier, @Nullable Place after, int limit) {
        return find(where("dossier").is(dossier).and("agency").is(agency), after, limit);
    }

    @Override
    public List<Reading> ofPerson(String person, @Nullable Place after, int limit) {
        return find(where("person").is(person), after, limit);
    }

    private List<Reading> find(Criteria whose, @Nullable Place after, int limit) {
        var criteria = after == null
                ? whose
                : new Criteria()
                        .andOperator(
                                whose,
                                new Criteria()
                                        .orOperator(
                                                where("at").lt(after.createdAt()),
                                                where("at")
                                                        .is(after.createdAt())
                                                        .and("_id")
                                                        .lt(after.id())));
        var query = new Query(criteria).with(YOUNGEST_FIRST).limit(limit);
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(MongoReadings::reading)
                .toList();
    }

    private static Document document(Reading it) {
        var document = new Document("_id", it.id())
                .append("agency", it.agency())
                .append("dossier", it.dossier())
                .append("person", it.person())
                .append("reader", it.reader())
                .append("role", it.role().name())
                .append("purpose", it.purpose().name())
                .append("what", it.what().name())
                .append("insight", it.insight().name())
                .append("at", Date.from(it.at()));
        if (it.unit() != null) {
            document.append("unit", it.unit());
        }
        return document;
    }

    private static Reading reading(Document it) {
        return new Reading(
                it.getString("_id"),
                it.getString("agency"),
                it.getString("dossier"),
                it.getString("person"),
                it.getString("reader"),
                Role.valueOf(it.getString("role")),
                it.getString("unit"),
                Purpose.valueOf(it.getString("purpose")),
                Reading.What.valueOf(it.getString("what")),
                Insight.valueOf(it.getString("insight")),
                it.getDate("at").toInstant());
    }
}
