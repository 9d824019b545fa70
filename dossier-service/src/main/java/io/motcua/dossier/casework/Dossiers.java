package io.motcua.dossier.casework;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All dossiers of the agencies that this instance serves. */
public interface Dossiers {

    Decided<Dossier> open(Dossier draft, Cause cause, Actor actor, Decision<Dossier> first);

    Decided<Dossier> decide(
            String agency,
            String id,
            Cause cause,
            Actor actor,
            @Nullable Long expectedRevision,
            Function<Snapshot<Dossier>, Decision<Dossier>> rule);

    /** Like a decision, which also destroys what the history has said before. */
    Decided<Dossier> erase(
            String agency, String id, Cause cause, Actor actor, Function<Snapshot<Dossier>, Decision<Dossier>> rule);

    Optional<Snapshot<Dossier>> find(String agency, String id);

    List<Entry> history(String agency, String id, Set<Audience> audiences);

    /** Youngest first, from behind the given place on; drafts that applicants keep themselves are left out. */
    List<Snapshot<Dossier>> of(String agency, Selection selection, @Nullable Place after, int limit);

    long count(String agency, Selection selection);

    /** One person's dossiers at all agencies, youngest first. */
    List<Snapshot<Dossier>> ofPerson(String person, @Nullable Place after, int limit);

    /** The same, with those that somebody has filed for him. */
    List<Snapshot<Dossier>> concerning(String person, @Nullable Place after, int limit);

    /** The youngest that was answered with the document of this digest, or with this mark on it. */
    Optional<Snapshot<Dossier>> ofResult(String agency, String digestOrMark);

    /** The present version of each that there is; any write moves it. */
    Map<String, Long> versions(Set<String> ids);

    /** Those of an agency that have these ids, in no order. */
    List<Snapshot<Dossier>> all(String agency, Collection<String> ids);

    /** Those that have owed a slip since before that time, the oldest first. */
    List<Snapshot<Dossier>> owingSlips(Instant before, int limit);

    /** Those whose alarm rings at that time, in the order of their alarms, from behind the given one on. */
    List<Snapshot<Dossier>> ringing(Instant now, @Nullable Snapshot<Dossier> after, int limit);

    /** Those with personal data that ended before that time, the oldest first, from behind the given one on. */
    List<Snapshot<Dossier>> ended(Instant before, @Nullable Snapshot<Dossier> after, int limit);

    /** How many have moved on since they were counted last, by agency. */
    Map<String, Long> uncounted();

    /** Some of those, the longest uncounted first. */
    List<Uncounted> uncounted(String agency, int limit);

    Optional<Instant> uncountedSince(String agency);

    /** They are counted as far as that. */
    void counted(Collection<Uncounted> counted);

    /** All of an agency's are to be counted, as if none ever had been. */
    void uncountAll(String agency, Instant since);

    record Uncounted(Snapshot<Dossier> dossier, Instant since) {}

    /** How many there are, by agency and status. */
    List<Tally> tally();

    record Tally(String agency, Status status, long count) {}
}
