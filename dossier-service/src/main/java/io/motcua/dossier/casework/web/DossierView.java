package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Apology;
import io.motcua.dossier.casework.ApologyDraft;
import io.motcua.dossier.casework.Assignment;
import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.Rating;
import io.motcua.dossier.casework.ResultDocument;
import io.motcua.dossier.casework.SupplementCall;
import io.motcua.dossier.procedures.Channel;
import io.motcua.events.Money;
import io.motcua.events.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A dossier as its applicant and the agency's staff see it.
 *
 * @param masked whether the reader sees the applicant masked and no form, for he has no task with the dossier
 */
record DossierView(
        String id,
        String agency,
        @Nullable String code,
        Service service,
        State status,
        PublicState publicStatus,
        long revision,
        Channel channel,
        String language,
        boolean masked,
        Requests.PersonBody applicant,
        JsonNode form,
        List<Attachment> attachments,
        List<Owed> demands,
        @Nullable ResultDocument result,
        @Nullable Assignment assignment,
        @Nullable SupplementCall supplement,
        @Nullable Apology apology,
        @Nullable ApologyDraft apologyDraft,
        @Nullable String endReason,
        @Nullable Rating rating,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dueAt,
        Countdown countdown,
        @Nullable Instant approvedAt,
        @Nullable Instant returnedAt,
        @Nullable Instant endedAt,
        @Nullable Instant erasedAt,
        List<Offer> actions,
        Map<String, String> links) {

    record Service(String code, int version, Names names) {}

    /** @param code the national code; 0 is a draft */
    record State(int code, Names name) {}

    /** The same in the smaller vocabulary for citizens. */
    record PublicState(String code, Names name) {}

    record Owed(String id, String purpose, Money amount, String description, boolean paid, boolean blocksAcceptance) {}

    /** What the caller may do now. */
    record Offer(String name, String method, String href, boolean ifMatch) {}
}
