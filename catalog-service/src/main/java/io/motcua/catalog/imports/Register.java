package io.motcua.catalog.imports;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Records that are replaced as a whole by whoever keeps them elsewhere: an agency, a unit, a calendar. Each is one
 * aggregate, so its history tells who changed what; what is handed in again unchanged leaves no trace.
 */
public final class Register<S> {

    /** More records of one kind than any agency keeps: a full list, not a page. */
    private static final int ALL = 10_000;

    private final Aggregates<S> aggregates;
    private final Function<S, Fact> announcement;

    /** @param announcement what the history, and perhaps the world, is told of the new state */
    public Register(Aggregates<S> aggregates, Function<S, Fact> announcement) {
        this.aggregates = aggregates;
        this.announcement = announcement;
    }

    public Outcome record(String id, String agency, S state, Cause cause, Actor actor) {
        if (aggregates.find(agency, id).isEmpty()
                && aggregates.create(id, agency, cause, actor, decision(state)).applied()) {
            return Outcome.APPLIED;
        }
        var changed = new boolean[1];
        aggregates.decide(agency, id, cause, actor, null, found -> {
            changed[0] = !found.state().equals(state);
            return changed[0] ? decision(state) : Decision.unchanged(found.state());
        });
        return changed[0] ? Outcome.APPLIED : Outcome.UNCHANGED;
    }

    public Optional<S> find(String agency, String id) {
        return aggregates.find(agency, id).map(Snapshot::state);
    }

    /** All of an agency, in the order of their ids. */
    public List<S> all(String agency) {
        return states(aggregates.find(agency, new Criteria(), Sort.by("_id"), ALL));
    }

    /** All there are, in the order of their ids. */
    public List<S> all() {
        return states(aggregates.findAcrossAgencies(new Criteria(), Sort.by("_id"), ALL));
    }

    private List<S> states(List<Snapshot<S>> snapshots) {
        return snapshots.stream().map(Snapshot::state).toList();
    }

    private Decision<S> decision(S state) {
        return Decision.of(state, announcement.apply(state));
    }
}
