package io.motcua.notification.inbound;

import io.motcua.events.Recipient;
import io.motcua.events.Topics;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierOverdue;
import io.motcua.events.dossier.DossierReference;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.DraftExpiring;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.notification.inbound.Announcer.Subject;
import io.motcua.notification.templates.Values;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which events of dossiers citizens and offices are told of, by which template and with which values. */
final class DossierEvents {
    private final Announcer announcer;

    DossierEvents(Announcer announcer) {
        this.announcer = announcer;
    }

    Subscription subscription() {
        return Subscription.to(Topics.DOSSIERS)
                .on(
                        DossierSubmitted.TYPE.name(),
                        DossierSubmitted.class,
                        (it, about) -> tell(
                                about,
                                it.channel().equals("ONLINE") ? "dossier-submitted" : "dossier-submitted-by-staff",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("at", it.submittedAt())))
                .on(
                        DossierAccepted.TYPE.name(),
                        DossierAccepted.class,
                        (it, about) -> tell(
                                about,
                                "dossier-accepted",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("due", it.dueAt())))
                .on(
                        DossierRefused.TYPE.name(),
                        DossierRefused.class,
                        (it, about) -> tell(
                                about,
                                "dossier-refused",
                                it.applicant(),
                                it.dossier(),
                                values -> values.text("reason", it.reason())))
                .on(
                        SupplementRequested.TYPE.name(),
                        SupplementRequested.class,
                        (it, about) -> tell(
                                about,
                                "supplement-requested",
                                it.applicant(),
                                it.dossier(),
                                values -> values.list("items", it.items()).time("deadline", it.deadline())))
                .on(
                        DraftExpiring.TYPE.name(),
                        DraftExpiring.class,
                        (it, about) -> tell(
                                about,
                                "draft-expiring",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("deadline", it.erasedAt())))
                .on(
                        PaymentDemanded.TYPE.name(),
                        PaymentDemanded.class,
                        (it, about) -> tell(
                                about,
                                "payment-due",
                                it.applicant(),
                                it.dossier(),
                                values -> values.money("amount", it.amount())
                                        .text("description", it.description())
                                        .time("expires", it.expiresAt())))
                .on(
                        DossierDueSoon.TYPE.name(),
                        DossierDueSoon.class,
                        (it, about) -> tellOffice(about, "dossier-due-soon", it.mailbox(), it.dossier(), it.dueAt()))
                .on(
                        DossierOverdue.TYPE.name(),
                        DossierOverdue.class,
                        (it, about) -> tellOffice(about, "dossier-overdue", it.mailbox(), it.dossier(), it.dueAt()))
                .on(
                        ApologyIssued.TYPE.name(),
                        ApologyIssued.class,
                        (it, about) -> tell(
                                about,
                                "apology-issued",
                                it.applicant(),
                                it.dossier(),
                                values -> values.text("reason", it.reason()).time("due", it.newDueAt())))
                .on(
                        DossierApproved.TYPE.name(),
                        DossierApproved.class,
                        (it, about) -> tell(
                                about,
                                "dossier-approved",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("at", it.approvedAt())))
                .on(
                        DossierReturned.TYPE.name(),
                        DossierReturned.class,
                        (it, about) -> tell(
                                about,
                                "dossier-returned",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("at", it.returnedAt())))
                .on(
                        DossierStopped.TYPE.name(),
                        DossierStopped.class,
                        (it, about) -> tell(
                                about,
                                "dossier-stopped",
                                it.applicant(),
                                it.dossier(),
                                values -> values.text("reason", it.reason())))
                .on(
                        WithdrawalRequested.TYPE.name(),
                        WithdrawalRequested.class,
                        (it, about) -> tell(
                                about,
                                "withdrawal-requested",
                                it.applicant(),
                                it.dossier(),
                                values -> values.time("at", it.requestedAt())));
    }

    /** An agency that has named no mailbox reads the event, and the work list. */
    private void tellOffice(
            About about, String template, @Nullable Recipient mailbox, DossierReference dossier, Instant due) {
        if (mailbox != null) {
            tell(about, template, mailbox, dossier, values -> values.time("due", due));
        }
    }

    private void tell(
            About about, String template, Recipient applicant, DossierReference dossier, UnaryOperator<Values> values) {
        announcer.announce(
                about,
                template,
                applicant,
                new Subject(dossier.id(), dossier.code()),
                all -> values.apply(all.name("service", dossier.serviceNames())));
    }
}
