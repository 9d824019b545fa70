package io.motcua.dossier.figures;

import io.motcua.dossier.casework.Demand;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.figures.Measure.Outcome;
import io.motcua.dossier.procedures.Paper;
import io.motcua.platform.history.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as figures see it: from submission on, without its applicant and its matter. It follows from the dossier as it
 * stands and from nothing else, so that counting step by step and counting afresh come to the same.
 */
final class Casefile {

    private final Dossier dossier;
    private final boolean whollyOnline;
    private final List<Part> parts = new ArrayList<>();

    private Casefile(Dossier dossier, boolean whollyOnline) {
        this.dossier = dossier;
        this.whollyOnline = whollyOnline;
    }

    /** Nothing while it is a draft. */
    static Optional<Entry> entry(Snapshot<Dossier> snapshot, String sector, boolean whollyOnline) {
        return entry(snapshot.state(), snapshot.seq(), sector, whollyOnline);
    }

    static Optional<Entry> entry(Dossier dossier, long seq, String sector, boolean whollyOnline) {
        var receivedAt = dossier.milestones().submittedAt();
        if (receivedAt == null) {
            return Optional.empty();
        }
        var terms = dossier.terms();
        var parts = new Casefile(dossier, whollyOnline).parts(receivedAt);
        return Optional.of(new Entry("dossier:" + dossier.id(), seq, terms.unit(), sector, terms.service(), parts));
    }

    private List<Part> parts(Instant receivedAt) {
        var at = dossier.milestones();
        var endedAt = at.approvedAt() == null ? at.endedAt() : at.approvedAt();
        receive(receivedAt);
        if (at.acceptedAt() != null) {
            parts.add(Part.one(Measure.ACCEPTED, at.acceptedAt()));
        }
        var lateAfter = dossier.lateAfter();
        if (lateAfter != null) {
            parts.add(Part.one(Measure.BECAME_LATE, lateAfter));
        }
        if (endedAt != null) {
            end(endedAt, lateAfter == null);
        }
        return parts;
    }

    private void receive(Instant at) {
        parts.add(Part.one(Measure.RECEIVED, at));
        when(dossier.channel().online(), Measure.RECEIVED_ONLINE, at);
        when(dossier.channel().online() && electronicResult(), Measure.ONLINE_WITH_RESULT, at);
        var owed = dossier.demands();
        when(!owed.isEmpty(), Measure.PAYABLE, at);
        when(!owed.isEmpty() && owed.stream().allMatch(Demand::paid), Measure.PAID_ONLINE, at);
    }

    private void end(Instant at, boolean onTime) {
        var outcome = outcome();
        parts.add(Part.one(onTime ? outcome.onTime() : outcome.late(), at));
        when(dossier.channel().online() && whollyOnline, Measure.ENDED_WHOLLY_ONLINE, at);
        if (outcome == Outcome.RESULT) {
            when(electronicResult(), Measure.ELECTRONIC_RESULT, at);
            when(electronicResult() && allPapersAreFiles(), Measure.DIGITISED, at);
        }
        var acceptedAt = dossier.milestones().acceptedAt();
        if (acceptedAt != null) {
            parts.add(Part.one(Measure.HANDLED, at));
            parts.add(new Part(
                    Measure.HANDLING_SECONDS, at, handling(acceptedAt, at).toSeconds()));
        }
        rated(at);
    }

    private void rated(Instant at) {
        var rating = dossier.rating();
        if (rating != null) {
            parts.add(Part.one(Measure.RATED, at));
            parts.add(new Part(Measure.STARS, at, rating.stars()));
            when(rating.stars() <= 2, Measure.DISLIKED, at);
        }
    }

    private Outcome outcome() {
        return switch (dossier.status()) {
            case REFUSED -> Outcome.REFUSED;
            case STOPPED -> dossier.withdrawn() ? Outcome.WITHDRAWN : Outcome.STOPPED;
            case DONE, RETURNED -> Outcome.RESULT;
            case DRAFT, SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_DUE, PAYMENT_DUE, WITHDRAWAL_ASKED ->
                throw new IllegalStateException(dossier.id() + " has ended in " + dossier.status());
        };
    }

    private boolean electronicResult() {
        return dossier.result() != null && dossier.milestones().approvedAt() != null;
    }

    private boolean allPapersAreFiles() {
        return dossier.terms().papers().stream()
                .filter(Paper::required)
                .allMatch(paper -> dossier.attachments().stream()
                        .anyMatch(it -> it.component().equals(paper.id())));
    }

    /** By the clock on the wall, without the time in which the applicant was waited for. */
    private Duration handling(Instant from, Instant to) {
        var still = dossier.milestones().stoodStillAt();
        var time = Duration.between(from, still == null ? to : still);
        var reckoning = dossier.reckoning();
        if (reckoning != null) {
            for (var it : reckoning.extensions()) {
                time = time.minus(Duration.between(it.pause().from(), it.until()));
            }
        }
        return time.isNegative() ? Duration.ZERO : time;
    }

    private void when(boolean so, Measure measure, @Nullable Instant at) {
        if (so && at != null) {
            parts.add(Part.one(measure, at));
        }
    }
}
