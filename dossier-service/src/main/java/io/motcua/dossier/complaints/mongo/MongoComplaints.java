package io.motcua.dossier.complaints.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.dossier.casework.Place;
import io.motcua.dossier.complaints.Complaint;
import io.motcua.dossier.complaints.Complaint.State;
import io.motcua.dossier.complaints.Complaints;
import io.motcua.dossier.personal.SealedComplaints;
import io.motcua.events.Topics;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.privacy.Resealable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class MongoComplaints implements Complaints, Resealable {

    private static final String UNCOUNTED = "uncounted";
    private static final Sort YOUNGEST_FIRST = Sort.by(Sort.Order.desc("createdAt"), Sort.Order.desc("_id"));

    private final Aggregates<Complaint> aggregates;

    MongoComplaints(AggregatesFactory factory, SealedComplaints sealed) {
        this.aggregates = factory.marked("complaints", Complaint.class, Topics.DOSSIERS, List.of(UNCOUNTED), sealed);
        aggregates.index(new Index("agency", Sort.Direction.ASC)
                .on("createdAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.DESC));
        aggregates.index(new Index("state.person", Sort.Direction.ASC).on("createdAt", Sort.Direction.DESC));
    }

    @Override
    public Decided<Complaint> file(Complaint first, Cause cause, Actor actor, Decision<Complaint> decision) {
        return aggregates.create(first.id(), first.agency(), cause, actor, decision);
    }

    @Override
    public Decided<Complaint> decide(
            String agency,
            String id,
            Cause cause,
            Actor actor,
            @Nullable Long expectedRevision,
            Function<Snapshot<Complaint>, Decision<Complaint>> rule) {
        return aggregates.decide(agency, id, cause, actor, expectedRevision, rule);
    }

    @Override
    public Optional<Snapshot<Complaint>> find(String agency, String id) {
        return aggregates.find(agency, id);
    }

    @Override
    public List<Snapshot<Complaint>> of(String agency, @Nullable State state, @Nullable Place after, int limit) {
        var wanted = state == null ? new Criteria() : where("state.state").is(state.name());
        return aggregates.find(agency, from(after, wanted), YOUNGEST_FIRST, limit);
    }

    @Override
    public List<Snapshot<Complaint>> ofPerson(String person, @Nullable Place after, int limit) {
        return aggregates.findAcrossAgencies(from(after, where("state.person").is(person)), YOUNGEST_FIRST, limit);
    }

    @Override
    public Map<String, Long> uncounted() {
        return aggregates.waiting(UNCOUNTED);
    }

    @Override
    public List<Uncounted> uncounted(String agency, int limit) {
        return aggregates.waiting(UNCOUNTED, agency, limit).stream()
                .map(it -> new Uncounted(it.snapshot(), it.since()))
                .toList();
    }

    @Override
    public Optional<Instant> uncountedSince(String agency) {
        return aggregates.waitingSince(UNCOUNTED, agency);
    }

    @Override
    public void counted(Collection<Uncounted> counted) {
        aggregates.read(
                UNCOUNTED,
                counted.stream()
                        .map(it -> new Aggregates.Waiting<>(it.complaint(), it.since()))
                        .toList());
    }

    @Override
    public void uncountAll(String agency, Instant since) {
        aggregates.waitAgain(UNCOUNTED, agency, since);
    }

    @Override
    public long sealedWithOldKeys() {
        return aggregates.sealedWithOldKeys();
    }

    @Override
    public int reseal(int limit) {
        return aggregates.reseal(limit);
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
