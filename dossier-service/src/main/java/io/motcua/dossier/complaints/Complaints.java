package io.motcua.dossier.complaints;

import io.motcua.dossier.casework.Place;
import io.motcua.dossier.complaints.Complaint.State;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All complaints at the agencies that this instance serves. */
public interface Complaints {

    Decided<Complaint> file(Complaint first, Cause cause, Actor actor, Decision<Complaint> decision);

    Decided<Complaint> decide(
            String agency,
            String id,
            Cause cause,
            Actor actor,
            @Nullable Long expectedRevision,
            Function<Snapshot<Complaint>, Decision<Complaint>> rule);

    Optional<Snapshot<Complaint>> find(String agency, String id);

    /** Youngest first, from behind the given place on. */
    List<Snapshot<Complaint>> of(String agency, @Nullable State state, @Nullable Place after, int limit);

    /** One person's at all agencies, youngest first. */
    List<Snapshot<Complaint>> ofPerson(String person, @Nullable Place after, int limit);

    Map<String, Long> uncounted();

    List<Uncounted> uncounted(String agency, int limit);

    Optional<Instant> uncountedSince(String agency);

    void counted(Collection<Uncounted> counted);

    void uncountAll(String agency, Instant since);

    record Uncounted(Snapshot<Complaint> complaint, Instant since) {}
}
