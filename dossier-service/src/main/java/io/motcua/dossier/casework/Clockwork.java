package io.motcua.dossier.casework;

import io.motcua.events.dossier.DossierDueSoon;
import io.motcua.events.dossier.DossierOverdue;
import io.motcua.events.dossier.DraftExpiring;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a dossier because time has passed. */
record Clockwork(Dossier dossier, Office office) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** All that rings is said at once; after an outage what is overdue is not called due soon any more. */
    Decision<Dossier> remind(Status to) {
        var now = office.now();
        var ringing = dossier.alarms().ringing(now);
        if (ringing.isEmpty()) {
            return Decision.unchanged(dossier);
        }
        var change = dossier.change().to(to).reminded(ringing);
        var facts = new ArrayList<Fact>();
        if (ringing.contains(Alarm.DRAFT_FORGOTTEN)) {
            var told = change.told(office).done();
            return Decision.quietly(told, draftExpiring(told));
        }
        var due = Objects.requireNonNull(dossier.appointment(), "what rings is due");
        if (ringing.contains(Alarm.OVERDUE)) {
            facts.add(overdue(Objects.requireNonNull(dossier.milestones().dueAt()), now));
        } else {
            if (ringing.contains(Alarm.DUE_SOON)) {
                facts.add(dueSoon(due, now));
            }
            if (ringing.contains(Alarm.APOLOGY)) {
                var draft = new ApologyDraft(
                        office.calendar(dossier).after(due, office.leads().extension()), now);
                change.apologyDrafted(draft);
                facts.add(Announcements.apologyDrafted(draft));
            }
        }
        return Outcomes.quietly(change.done(), facts);
    }

    /** First what was said, then, when their contents are gone, the papers: so none is forgotten by a crash. */
    Decision<Dossier> erase(Status to) {
        var lapse = dossier.lapse();
        if (lapse == null || lapse.eraseAt().isAfter(office.now())) {
            return Decision.unchanged(dossier);
        }
        var change = dossier.change().to(to);
        return lapse.erased()
                ? Decision.quietly(change.withoutAttachments().done())
                : Decision.of(change.draftErased().done(), Announcements.draftErased());
    }

    private Fact draftExpiring(Dossier told) {
        var until = Objects.requireNonNull(told.lapse(), "a draft that is told of ends")
                .eraseAt();
        return Announcements.event(
                DraftExpiring.TYPE, new DraftExpiring(told.reference(), office.recipient(told), until));
    }

    /** In the words of the slip that goes out with it. */
    static String expired(SupplementCall call, String language, ZoneId zone) {
        var until = Objects.requireNonNull(call.deadline(), "a call that has expired has a deadline")
                .atZone(zone);
        return language.equals("en")
                ? "The papers asked for were not received by " + MOMENT.format(until)
                : "Quá thời hạn bổ sung, hoàn thiện hồ sơ (" + MOMENT.format(until)
                        + ") mà chưa nhận được giấy tờ yêu cầu";
    }

    private Fact dueSoon(Instant due, Instant now) {
        return Announcements.internal(
                DossierDueSoon.TYPE,
                new DossierDueSoon(dossier.reference(), office.mailbox(unit()), unit(), officer(), due, now));
    }

    private Fact overdue(Instant due, Instant now) {
        return Announcements.internal(
                DossierOverdue.TYPE,
                new DossierOverdue(dossier.reference(), office.mailbox(unit()), unit(), officer(), due, now));
    }

    /** Who works on it; until somebody does, who received it. */
    private String unit() {
        var assignment = dossier.assignment();
        return assignment == null ? dossier.terms().unit() : assignment.unit();
    }

    private @Nullable String officer() {
        var assignment = dossier.assignment();
        return assignment == null ? null : assignment.officer();
    }
}
