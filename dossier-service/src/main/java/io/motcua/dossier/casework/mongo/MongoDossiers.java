package io.motcua.dossier.casework.mongo;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.PersonalFields;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Selection;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.personal.Sealing;
import io.motcua.dossier.procedures.Channel;
import io.motcua.events.Topics;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.privacy.Resealable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoDossiers implements Dossiers, Resealable {

    private static final String COLLECTION = "dossiers";
    private static final Sort YOUNGEST_FIRST = Sort.by(Sort.Order.desc("createdAt"), Sort.Order.desc("_id"));
    private static final List<String> KEPT_BY_STAFF = Arrays.stream(Channel.values())
            .filter(Channel::byStaff)
            .map(Enum::name)
            .toList();

    private static final String OWING = "state.slipsOwedSince";

    private static final String ALARM = "state.alarmAt";

    private static final String RETAINED = "state.retainedSince";

    private final MongoTemplate mongo;
    private final Aggregates<Dossier> aggregates;

    MongoDossiers(AggregatesFactory factory, MongoTemplate mongo, Sealing sealing) {
        this.mongo = mongo;
        this.aggregates = factory.anchored(
                COLLECTION, Dossier.class, Topics.DOSSIERS, sealing.of(COLLECTION, PersonalFields.OF_DOSSIER));
        aggregates.index(new Index("agency", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC));
        aggregates.index(new Index(OWING, Sort.Direction.ASC).sparse());
        aggregates.index(new Index(ALARM, Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC)
                .sparse());
        aggregates.index(new Index(RETAINED, Sort.Direction.ASC)
                .on("_id", Sort.Direction.ASC)
                .sparse());
        aggregates.index(new Index("state.applicant.person", Sort.Direction.ASC).on("createdAt", Sort.Direction.DESC));
        aggregates.index(new Index("state.applicant.actsFor.person", Sort.Direction.ASC).sparse());
        aggregates.index(new Index("agency", Sort.Direction.ASC)
                .on("state.status", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC));
    }

    @Override
    public Decided<Dossier> open(Dossier draft, Cause cause, Actor actor, Decision<Dossier> first) {
        return aggregates.create(draft.id(), draft.agency(), cause, actor, first);
    }

    @Override
    public Decided<Dossier> decide(
            String agency,
            String id,
            Cause cause,
            Actor actor,
            @Nullable Long expectedRevision,
            Function<Snapshot<Dossier>, Decision<Dossier>> rule) {
        return aggregates.decide(agency, id, cause, actor, expectedRevision, rule);
    }

    @Override
    public Decided<Dossier> erase(
            String agency, String id, Cause cause, Actor actor, Function<Snapshot<Dossier>, Decision<Dossier>> rule) {
        return aggregates.erase(agency, id, cause, actor, rule);
    }

    @Override
    public Optional<Snapshot<Dossier>> find(String agency, String id) {
        return aggregates.find(agency, id);
    }

    @Override
    public List<Entry> history(String agency, String id, Set<Audience> audiences) {
        return aggregates.history(agency, id, audiences);
    }

    @Override
    public List<Snapshot<Dossier>> of(String agency, Selection selection, @Nullable Place after, int limit) {
        return aggregates.find(agency, from(after, criteria(selection)), YOUNGEST_FIRST, limit);
    }

    @Override
    public long count(String agency, Selection selection) {
        return aggregates.count(agency, criteria(selection));
    }

    @Override
    public List<Snapshot<Dossier>> ofPerson(String person, @Nullable Place after, int limit) {
        return aggregates.findAcrossAgencies(
                from(after, where("state.applicant.person").is(person)), YOUNGEST_FIRST, limit);
    }

    @Override
    public List<Snapshot<Dossier>> concerning(String person, @Nullable Place after, int limit) {
        var his = new Criteria()
                .orOperator(
                        where("state.applicant.person").is(person),
                        where("state.applicant.actsFor.person")
                                .is(person)
                                .and("state.status")
                                .ne(Status.DRAFT.name()));
        return aggregates.findAcrossAgencies(from(after, his), YOUNGEST_FIRST, limit);
    }

    @Override
    public Map<String, Long> versions(Set<String> ids) {
        return aggregates.versions(ids);
    }

    @Override
    public List<Snapshot<Dossier>> all(String agency, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : aggregates.find(agency, where("_id").in(ids), Sort.by("_id"), ids.size());
    }

    @Override
    public List<Snapshot<Dossier>> owingSlips(Instant before, int limit) {
        return aggregates.findAcrossAgencies(
                where(OWING).lt(before), Sort.by(Sort.Order.asc(OWING), Sort.Order.asc("_id")), limit);
    }

    @Override
    public List<Snapshot<Dossier>> ringing(Instant now, @Nullable Snapshot<Dossier> after, int limit) {
        return due(
                ALARM,
                where(ALARM).lte(now),
                after == null ? null : after.state().alarmAt(),
                after,
                limit);
    }

    @Override
    public List<Snapshot<Dossier>> ended(Instant before, @Nullable Snapshot<Dossier> after, int limit) {
        var since = after == null ? null : after.state().retainedSince();
        return due(RETAINED, where(RETAINED).lte(before), since, after, limit);
    }

    /** In the order of a time that stands in them, from behind one of them on. */
    private List<Snapshot<Dossier>> due(
            String field, Criteria criteria, @Nullable Instant since, @Nullable Snapshot<Dossier> after, int limit) {
        var behind = after == null || since == null
                ? criteria
                : new Criteria()
                        .andOperator(
                                criteria,
                                new Criteria()
                                        .orOperator(
                                                where(field).gt(since),
                                                where(field)
                                                        .is(since)
                                                        .and("_id")
                                                        .gt(after.id())));
        return aggregates.findAcrossAgencies(behind, Sort.by(Sort.Order.asc(field), Sort.Order.asc("_id")), limit);
    }

    @Override
    public List<Tally> tally() {
        var grouped = newAggregation(group("agency", "state.status").count().as("count"));
        return mongo.aggregate(grouped, COLLECTION, Document.class).getMappedResults().stream()
                .map(it -> tally(it.get("_id", Document.class), it.get("count", Number.class)))
                .toList();
    }

    @Override
    public long sealedWithOldKeys() {
        return aggregates.sealedWithOldKeys();
    }

    @Override
    public int reseal(int limit) {
        return aggregates.reseal(limit);
    }

    @Override
    public int sealUnsealed(int limit) {
        return aggregates.sealUnsealed(limit);
    }

    private static Tally tally(Document group, Number count) {
        return new Tally(group.getString("agency"), Status.valueOf(group.getString("status")), count.longValue());
    }

    private static Criteria criteria(Selection selection) {
        var all = new ArrayList<Criteria>();
        all.add(where("state.lapse.erased").ne(true));
        all.add(new Criteria()
                .orOperator(
                        where("state.status").ne(Status.DRAFT.name()),
                        where("state.channel").in(KEPT_BY_STAFF)));
        if (selection.status() != null) {
            all.add(where("state.status").is(selection.status().name()));
        }
        if (selection.assignee() != null) {
            all.add(where("state.assignment.officer").is(selection.assignee()));
        }
        if (selection.dueBefore() != null) {
            all.add(where("state.milestones.dueAt").lt(selection.dueBefore()));
        }
        return new Criteria().andOperator(all);
    }

    private static Criteria from(@Nullable Place after, Criteria criteria) {
        if (after == null) {
            return criteria;
        }
        var behind = new Criteria()
                .orOperator(
                        where("createdAt").lt(after.createdAt()),
                        where("createdAt").is(after.createdAt()).and("_id").lt(after.id()));
        return new Criteria().andOperator(criteria, behind);
    }
}
