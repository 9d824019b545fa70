package io.motcua.dossier.export;

import io.motcua.dossier.casework.Apology;
import io.motcua.dossier.casework.Applicant;
import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.Demand;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Insight;
import io.motcua.dossier.casework.Milestones;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Rating;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ResultDocument;
import io.motcua.dossier.casework.ReturnChannel;
import io.motcua.dossier.casework.Slip;
import io.motcua.dossier.casework.SupplementCall;
import io.motcua.dossier.procedures.Channel;
import io.motcua.events.Names;
import io.motcua.platform.history.Entry;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A dossier as it is exported: what the applicant said, what became of it, what the agency did; of officers their roles alone. */
record Held(
        String id,
        String agency,
        @Nullable String code,
        String service,
        Names serviceName,
        int status,
        Names statusName,
        Channel channel,
        String language,
        Applicant applicant,
        JsonNode form,
        List<Attachment> attachments,
        List<Demand> demands,
        @Nullable ResultDocument result,
        @Nullable String unit,
        Milestones milestones,
        @Nullable SupplementCall supplement,
        @Nullable Apology apology,
        boolean withdrawn,
        @Nullable String endReason,
        @Nullable Rating rating,
        @Nullable ReturnChannel returnedBy,
        List<Slip> slips,
        Instant createdAt,
        @Nullable Instant erasedAt,
        List<Happened> history,
        List<Read> accesses) {

    record Happened(
            long seq,
            String type,
            Instant at,
            @Nullable String role,
            @Nullable JsonNode data,
            String hash) {

        static Happened of(Entry it) {
            return new Happened(it.seq(), it.type(), it.at(), it.actor().role(), it.data(), it.hash());
        }
    }

    record Read(
            Instant at,
            Reading.What what,
            String role,
            @Nullable String unit,
            String purpose,
            boolean masked) {

        static Read of(Reading it) {
            return new Read(
                    it.at(),
                    it.what(),
                    it.role().token(),
                    it.unit(),
                    it.purpose().code(),
                    it.insight() == Insight.MASKED);
        }
    }

    static Held of(
            Snapshot<Dossier> snapshot, Party owner, JsonNode form, List<Entry> history, List<Reading> readings) {
        var it = snapshot.state();
        var assignment = it.assignment();
        return new Held(
                it.id(),
                it.agency(),
                it.code(),
                it.terms().service(),
                it.terms().names(),
                it.status().code(),
                it.status().names(),
                it.channel(),
                it.language(),
                it.applicant(),
                form,
                it.attachments(),
                it.demands(),
                it.resultFor(owner),
                assignment == null ? null : assignment.unit(),
                it.milestones(),
                it.supplement(),
                it.apology(),
                it.withdrawn(),
                it.endReason(),
                it.rating(),
                it.returnedBy(),
                it.slipsFor(owner),
                snapshot.createdAt(),
                it.erasedAt(),
                history.stream().map(Happened::of).toList(),
                readings.stream().map(Read::of).toList());
    }
}
