package io.motcua.dossier.casework;

import io.motcua.events.EventType;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierAssigned;
import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierOverdue;
import io.motcua.events.dossier.DossierRated;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.DraftExpiring;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of entries in a dossier's history, and which of them others hear of. */
final class Announcements {

    private static final EntryType OPENED = new EntryType("draft-opened", Audience.PARTIES, false);
    private static final EntryType TRANSFERRED = new EntryType("transferred", Audience.PARTIES, false);
    private static final EntryType ATTACHED = new EntryType("attachment-added", Audience.PARTIES, false);
    private static final EntryType QUARANTINED = new EntryType("attachment-quarantined", Audience.PARTIES, false);
    private static final EntryType REUSED = new EntryType("attachment-reused", Audience.PARTIES, false);
    private static final EntryType POSTED = new EntryType("handed-to-post", Audience.PARTIES, false);
    private static final EntryType DRAFT_ERASED = new EntryType("draft-erased", Audience.PARTIES, false);
    private static final EntryType EXPLAINED = new EntryType("applicant-explained", Audience.PARTIES, false);
    private static final EntryType PAYMENT = new EntryType("payment-noted", Audience.PARTIES, false);
    private static final EntryType PAYMENT_FAILED = new EntryType("payment-attempt-failed", Audience.PARTIES, false);
    private static final EntryType RESULT = new EntryType("result-put", Audience.INTERNAL, false);
    private static final EntryType SIGNED = new EntryType("result-signed", Audience.PARTIES, false);
    private static final EntryType WITHDRAWAL_REFUSED = new EntryType("withdrawal-refused", Audience.PARTIES, false);

    private static final EntryType APOLOGY_DRAFTED = new EntryType("apology-drafted", Audience.INTERNAL, false);

    private static final EntryType ERASED = new EntryType("personal-data-erased", Audience.PARTIES, false);

    private static final String SLIP = "slip-filed";

    /** For the parties only: an announcement says who is to be told of it. */
    private static final Set<EventType<?>> PUBLISHED = Set.of(
            DossierSubmitted.TYPE,
            DossierAccepted.TYPE,
            DossierRefused.TYPE,
            SupplementRequested.TYPE,
            SupplementReceived.TYPE,
            DraftExpiring.TYPE,
            DossierAssigned.TYPE,
            PaymentDemanded.TYPE,
            DossierApproved.TYPE,
            DossierStopped.TYPE,
            WithdrawalRequested.TYPE,
            ApologyIssued.TYPE,
            DossierReturned.TYPE,
            DossierRated.TYPE,
            RefundDue.TYPE);

    /** For the office only. */
    private static final Set<EventType<?>> INTERNAL = Set.of(DossierDueSoon.TYPE, DossierOverdue.TYPE);

    private Announcements() {}

    static <T> Fact event(EventType<T> type, T payload) {
        if (!PUBLISHED.contains(type)) {
            throw new IllegalArgumentException(type.name() + " is not announced by dossiers");
        }
        return new Fact(new EntryType(type.name(), Audience.PARTIES, true), payload);
    }

    static <T> Fact internal(EventType<T> type, T payload) {
        if (!INTERNAL.contains(type)) {
            throw new IllegalArgumentException(type.name() + " is not announced to the office");
        }
        return new Fact(new EntryType(type.name(), Audience.INTERNAL, true), payload);
    }

    static Set<EventType<?>> published() {
        return Stream.of(PUBLISHED, INTERNAL).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    static Fact opened(Dossier draft) {
        return new Fact(
                OPENED,
                Map.of(
                        "service", draft.terms().service(),
                        "version", draft.terms().version(),
                        "channel", draft.channel().name()));
    }

    static Fact transferred(Transferred from) {
        var data = new HashMap<String, Object>();
        data.put("number", from.number());
        data.put("code", from.code());
        data.put("service", from.terms().service());
        data.put("version", from.terms().version());
        data.put("channel", from.channel().name());
        data.put("status", from.status().code());
        data.put("submittedAt", from.submittedAt().toString());
        if (from.acceptedAt() != null) {
            data.put("acceptedAt", from.acceptedAt().toString());
        }
        if (from.dueAt() != null) {
            data.put("dueAt", from.dueAt().toString());
        }
        return new Fact(TRANSFERRED, data);
    }

    static Fact attached(Attachment attachment) {
        var reused = attachment.reused();
        if (reused != null) {
            return new Fact(
                    REUSED,
                    Map.of(
                            "attachment", attachment.id(),
                            "component", attachment.component(),
                            "dossier", reused.dossier(),
                            "paper", reused.paper(),
                            "sha256", attachment.sha256()));
        }
        return new Fact(
                ATTACHED,
                Map.of(
                        "attachment", attachment.id(),
                        "component", attachment.component(),
                        "size", attachment.size(),
                        "sha256", attachment.sha256()));
    }

    static Fact quarantined(Command.Quarantine it) {
        return new Fact(
                QUARANTINED,
                Map.of(
                        "attachment", it.attachment(),
                        "component", it.component(),
                        "sha256", it.sha256(),
                        "signature", it.signature()));
    }

    static Fact handedToPost(String item) {
        return new Fact(POSTED, Map.of("item", item));
    }

    static Fact draftErased() {
        return new Fact(DRAFT_ERASED, Map.of());
    }

    static Fact explained(String words) {
        return new Fact(EXPLAINED, Map.of("note", words));
    }

    /** @param outcome {@code SETTLED}, {@code KNOWN} or, with a refund due, its reason */
    static Fact paymentNoted(Command.NotePayment payment, String outcome) {
        return new Fact(
                PAYMENT,
                Map.of(
                        "order", payment.order(),
                        "demand", payment.demand(),
                        "paidAt", payment.paidAt().toString(),
                        "outcome", outcome));
    }

    static Fact paymentFailed(Command.NoteFailedPayment failure) {
        return new Fact(
                PAYMENT_FAILED,
                Map.of(
                        "order", failure.order(),
                        "demand", failure.demand(),
                        "reason", failure.reason(),
                        "attempt", failure.attempt()));
    }

    static Fact resultPut(ResultDocument document) {
        return new Fact(
                RESULT, Map.of("document", document.id(), "size", document.size(), "sha256", document.sha256()));
    }

    static Fact resultSigned(ResultDocument document) {
        var signature = Objects.requireNonNull(document.signature());
        return new Fact(
                SIGNED,
                Map.of(
                        "document", document.id(),
                        "size", document.size(),
                        "sha256", document.sha256(),
                        "format", signature.format(),
                        "certificate", signature.certificate()));
    }

    static Fact slipFiled(Slip slip, Command.FileSlip filed) {
        var audience = slip.form().forApplicant() ? Audience.PARTIES : Audience.INTERNAL;
        return new Fact(
                new EntryType(SLIP, audience, false),
                Map.of(
                        "slip", slip.id(),
                        "form", slip.form().number(),
                        "entry", filed.entry(),
                        "size", filed.file().size(),
                        "sha256", filed.file().sha256(),
                        "template", filed.file().template()));
    }

    static Fact erased() {
        return new Fact(ERASED, Map.of());
    }

    static Fact apologyDrafted(ApologyDraft draft) {
        return new Fact(APOLOGY_DRAFTED, Map.of("newDueAt", draft.newDueAt().toString()));
    }

    static Fact withdrawalRefused(String reason, Status back, @Nullable Instant askedAt) {
        var data = new HashMap<String, Object>();
        data.put("reason", reason);
        data.put("status", back.code());
        if (askedAt != null) {
            data.put("askedAt", askedAt.toString());
        }
        return new Fact(WITHDRAWAL_REFUSED, data);
    }
}
