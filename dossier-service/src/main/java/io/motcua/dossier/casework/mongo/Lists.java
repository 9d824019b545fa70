package io.motcua.dossier.casework.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Selection;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.procedures.Channel;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The lists of an agency, youngest first. Not every store reads an index in order: some fetch all that fits and sort it. So
 * a page asks for the youngest day, then for the week before it, and so on, until it is full; what it reads depends on the
 * page, not on how many dossiers there are.
 */
final class Lists {

    private static final List<Duration> STRETCHES =
            List.of(Duration.ofDays(1), Duration.ofDays(8), Duration.ofDays(64), Duration.ofDays(512));
    private static final List<String> ALL =
            Arrays.stream(Status.values()).map(Enum::name).toList();
    private static final List<String> KEPT_BY_STAFF = Arrays.stream(Channel.values())
            .filter(Channel::byStaff)
            .map(Enum::name)
            .toList();

    private static final String STATUS = "state.status";
    private static final String UNIT = "state.assignment.unit";
    private static final String OFFICER = "state.assignment.officer";
    private static final String SERVICE = "state.terms.service";
    private static final String PERSON = "state.applicant.person";
    private static final String DUE = "state.milestones.dueAt";
    private static final String BEGUN = "createdAt";

    private final Aggregates<Dossier> aggregates;
    private final Clock clock;
    private final String all;
    private final String byStatus;
    private final String byUnit;
    private final String byOfficer;
    private final String byService;
    private final String byPerson;

    Lists(Aggregates<Dossier> aggregates, Clock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
        this.all = aggregates.index(ofAgency().on(BEGUN, Sort.Direction.DESC).on("_id", Sort.Direction.DESC));
        this.byStatus =
                aggregates.index(ofAgency().on(STATUS, Sort.Direction.ASC).on(BEGUN, Sort.Direction.DESC));
        this.byUnit = aggregates.index(byStatusWithin(UNIT));
        this.byOfficer = aggregates.index(byStatusWithin(OFFICER));
        this.byService = aggregates.index(byStatusWithin(SERVICE));
        this.byPerson =
                aggregates.index(ofAgency().on(PERSON, Sort.Direction.ASC).on(BEGUN, Sort.Direction.DESC));
    }

    List<Snapshot<Dossier>> page(String agency, Selection selection, @Nullable Place after, int limit) {
        var wanted = MongoDossiers.behind(after, criteria(selection));
        var index = index(selection);
        var found = new ArrayList<Snapshot<Dossier>>();
        Instant upper = null;
        for (var stretch : STRETCHES) {
            var lower = (upper == null ? start(selection, after) : upper).minus(stretch);
            found.addAll(read(agency, between(wanted, lower, upper), limit - found.size(), index));
            if (found.size() >= limit || selection.from() != null && !lower.isAfter(selection.from())) {
                return found;
            }
            upper = lower;
        }
        found.addAll(read(agency, between(wanted, null, upper), limit - found.size(), index));
        return found;
    }

    long count(String agency, Selection selection) {
        return aggregates.count(agency, criteria(selection));
    }

    private List<Snapshot<Dossier>> read(String agency, Criteria criteria, int limit, String index) {
        return aggregates.find(agency, criteria, MongoDossiers.YOUNGEST_FIRST, limit, index);
    }

    /** About where the page begins; what is younger by another instance's clock is not left out. */
    private Instant start(Selection selection, @Nullable Place after) {
        if (after != null) {
            return after.createdAt();
        }
        var now = clock.instant();
        return selection.until() == null || selection.until().isAfter(now) ? now : selection.until();
    }

    private static Criteria between(Criteria wanted, @Nullable Instant lower, @Nullable Instant upper) {
        var all = new ArrayList<Criteria>();
        all.add(wanted);
        if (lower != null) {
            all.add(where(BEGUN).gte(lower));
        }
        if (upper != null) {
            all.add(where(BEGUN).lt(upper));
        }
        return new Criteria().andOperator(all);
    }

    /** Drafts that applicants keep themselves are left out. */
    private static Criteria criteria(Selection selection) {
        var all = new ArrayList<Criteria>();
        all.add(where("state.lapse.erased").ne(true));
        all.add(new Criteria()
                .orOperator(
                        where(STATUS).ne(Status.DRAFT.name()),
                        where("state.channel").in(KEPT_BY_STAFF)));
        // All by name, where none is asked for, so that an index goes on to the day behind the status.
        all.add(
                selection.status() == null
                        ? where(STATUS).in(ALL)
                        : where(STATUS).is(selection.status().name()));
        addIf(all, UNIT, selection.unit());
        addIf(all, OFFICER, selection.assignee());
        addIf(all, SERVICE, selection.service());
        addIf(all, PERSON, selection.applicant());
        if (selection.dueBefore() != null) {
            all.add(where(DUE).lt(selection.dueBefore()));
        }
        if (selection.from() != null) {
            all.add(where(BEGUN).gte(selection.from()));
        }
        if (selection.until() != null) {
            all.add(where(BEGUN).lt(selection.until()));
        }
        return new Criteria().andOperator(all);
    }

    private static void addIf(List<Criteria> all, String field, @Nullable String value) {
        if (value != null) {
            all.add(where(field).is(value));
        }
    }

    /** The one that leaves least to be looked at. */
    private String index(Selection selection) {
        if (selection.applicant() != null) {
            return byPerson;
        }
        if (selection.assignee() != null) {
            return byOfficer;
        }
        if (selection.unit() != null) {
            return byUnit;
        }
        if (selection.service() != null) {
            return byService;
        }
        return selection.status() == null ? all : byStatus;
    }

    private static Index ofAgency() {
        return new Index("agency", Sort.Direction.ASC);
    }

    private static Index byStatusWithin(String field) {
        return ofAgency()
                .on(field, Sort.Direction.ASC)
                .on(STATUS, Sort.Direction.ASC)
                .on(BEGUN, Sort.Direction.DESC);
    }
}
