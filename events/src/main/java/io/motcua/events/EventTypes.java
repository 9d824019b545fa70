package io.motcua.events;

import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.events.catalog.StaffRecorded;
import io.motcua.events.catalog.UnitRecorded;
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
import io.motcua.events.dossier.HistoriesAnchored;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.events.notification.MessageAbandoned;
import io.motcua.events.notification.MessageSent;
import io.motcua.events.payment.OrderOpened;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.events.payment.RefundProposed;
import java.util.List;

/**
 * Every event of the platform. Each has a JSON Schema and a golden example beside it, under {@code schemas/} and
 * {@code examples/}, and stands once in {@code asyncapi.yaml}.
 */
public final class EventTypes {

    public static final List<EventType<?>> ALL = List.of(
            AgencyRecorded.TYPE,
            UnitRecorded.TYPE,
            StaffRecorded.TYPE,
            CalendarRecorded.TYPE,
            ProcedureVersionRecorded.TYPE,
            DossierSubmitted.TYPE,
            DossierAccepted.TYPE,
            DossierRefused.TYPE,
            DossierAssigned.TYPE,
            SupplementRequested.TYPE,
            SupplementReceived.TYPE,
            DraftExpiring.TYPE,
            PaymentDemanded.TYPE,
            WithdrawalRequested.TYPE,
            DossierStopped.TYPE,
            DossierDueSoon.TYPE,
            DossierOverdue.TYPE,
            ApologyIssued.TYPE,
            DossierApproved.TYPE,
            DossierReturned.TYPE,
            DossierRated.TYPE,
            RefundDue.TYPE,
            HistoriesAnchored.TYPE,
            OrderOpened.TYPE,
            PaymentConfirmed.TYPE,
            PaymentFailed.TYPE,
            RefundProposed.TYPE,
            MessageSent.TYPE,
            MessageAbandoned.TYPE);

    private EventTypes() {}
}
