package io.motcua.catalog.procedures;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.catalog.CatalogProblem;
import io.motcua.catalog.imports.Outcome;
import io.motcua.events.Topics;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The published versions of all procedures: one document each, which is also one key of the topic. */
@Component
public class Procedures {

    private static final EntryType RECORDED =
            new EntryType(ProcedureVersionRecorded.TYPE.name(), Audience.PUBLIC, true);

    /** The nation's whole catalogue has some 6,000 procedures; an agency has a third of that at most. */
    private static final int ALL = 100_000;

    private final Aggregates<ProcedureVersion> versions;
    private final Shelves shelves;

    Procedures(AggregatesFactory aggregates, Shelves shelves) {
        this.versions = aggregates.of("procedure-versions", ProcedureVersion.class, Topics.CATALOG);
        this.shelves = shelves;
        versions.index(new Index("agency", Sort.Direction.ASC).on("state.code", Sort.Direction.ASC));
    }

    /** What was in force on the day, in the order of the codes. */
    public List<ProcedureVersion> inForce(String agency, LocalDate day) {
        return InForce.on(day, shelves.of(agency, this::readAll));
    }

    /** @throws Problem if the agency has no such procedure on the day */
    public ProcedureVersion inForce(String agency, String code, LocalDate day) {
        return InForce.one(day, ofCode(agency, code))
                .orElseThrow(() -> new Problem(CatalogProblem.UNKNOWN_SERVICE, code, agency));
    }

    /** A version by its number, in force or not. */
    public ProcedureVersion version(String agency, String code, int version) {
        return versions.find(agency, ProcedureVersion.id(agency, code, version))
                .map(Snapshot::state)
                .orElseThrow(() -> new Problem(CatalogProblem.UNKNOWN_SERVICE, code, agency));
    }

    /** Ends a version. Nothing is taken back: the version stays, and says that it was withdrawn. */
    ProcedureVersion withdraw(
            String agency,
            String code,
            int version,
            Withdrawal withdrawal,
            Cause cause,
            Actor actor,
            long expectedRevision) {
        version(agency, code, version);
        var decided = versions.decide(
                agency, ProcedureVersion.id(agency, code, version), cause, actor, expectedRevision, found -> {
                    if (found.state().withdrawal() != null) {
                        throw new Problem(CatalogProblem.WITHDRAWN_ALREADY, code, version);
                    }
                    return decision(found.state().withdrawn(withdrawal));
                });
        shelves.changed(agency);
        return decided.snapshot().state();
    }

    /** To record one version of one procedure. */
    Recording recording(String agency, String code) {
        return new Recording(agency, ofCode(agency, code));
    }

    /** To record many versions: the agency's present ones are read once. */
    Recording recording(String agency) {
        return new Recording(agency, readAll(agency));
    }

    private List<ProcedureVersion> ofCode(String agency, String code) {
        return states(versions.find(agency, where("state.code").is(code), Sort.by("_id"), ALL));
    }

    private List<ProcedureVersion> readAll(String agency) {
        return states(versions.find(agency, new Criteria(), Sort.by("_id"), ALL));
    }

    private static List<ProcedureVersion> states(List<Snapshot<ProcedureVersion>> snapshots) {
        return snapshots.stream().map(Snapshot::state).toList();
    }

    private static Decision<ProcedureVersion> decision(ProcedureVersion version) {
        return Decision.of(version, new Fact(RECORDED, version.announcement()));
    }

    record Recorded(ProcedureVersion version, Outcome outcome) {}

    /**
     * Adds versions to an agency's procedures. A version that says what the latest one with the same first day says adds
     * nothing; so a repeated import, and a publication tried again, leave no trace.
     */
    final class Recording implements AutoCloseable {

        private final String agency;
        private final Map<String, List<ProcedureVersion>> known = new HashMap<>();
        private boolean changed;

        private Recording(String agency, Collection<ProcedureVersion> present) {
            this.agency = agency;
            present.forEach(this::learn);
        }

        Recorded record(String code, Procedure content, Cause cause, Actor actor) {
            while (true) {
                var present = known.getOrDefault(code, List.of());
                var same = Optional.ofNullable(InForce.corrected(present).get(content.validFrom()))
                        .filter(it -> it.content().equals(content));
                if (same.isPresent()) {
                    return new Recorded(same.get(), Outcome.UNCHANGED);
                }
                int number = 1
                        + present.stream()
                                .mapToInt(ProcedureVersion::version)
                                .max()
                                .orElse(0);
                var version = new ProcedureVersion(agency, code, number, content, null);
                var decided = versions.create(
                        ProcedureVersion.id(agency, code, number), agency, cause, actor, decision(version));
                learn(decided.snapshot().state());
                if (decided.applied()) {
                    changed = true;
                    return new Recorded(version, Outcome.APPLIED);
                }
                // Somebody took the number meanwhile: go on from what is there now. Every round learns one more.
            }
        }

        private void learn(ProcedureVersion version) {
            known.computeIfAbsent(version.code(), _ -> new ArrayList<>()).add(version);
        }

        @Override
        public void close() {
            if (changed) {
                shelves.changed(agency);
            }
        }
    }
}
