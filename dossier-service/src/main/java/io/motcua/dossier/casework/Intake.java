package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.Pause;
import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.procedures.Paper;
import io.motcua.dossier.procedures.Terms;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.problems.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the draft to the acceptance or the refusal, and what an incomplete dossier is asked for. */
record Intake(Dossier dossier, Office office) {

    static final int MOST_ATTACHMENTS = 50;

    static final long MOST_BYTES = 200L * 1024 * 1024;

    /** For whom he acts is settled once it is filed: somebody else would come to see it. */
    Decision<Dossier> amend(Command.Amend asked, Status to) {
        if (dossier.status() != Status.DRAFT
                && !Objects.equals(
                        asked.applicant().actsFor(), dossier.applicant().actsFor())) {
            throw new Problem(
                            DossierProblem.TRANSITION_REFUSED, dossier.status().code())
                    .at("/applicant/actsFor", "settled");
        }
        return Decision.of(dossier.change()
                .content(asked.applicant(), asked.form())
                .to(to)
                .touched(office)
                .done());
    }

    Decision<Dossier> attach(Attachment attachment, Status to) {
        requirePaper(dossier, attachment.component());
        requireRoom(dossier, attachment.size());
        return Decision.quietly(
                dossier.change().attached(attachment).to(to).touched(office).done(),
                Announcements.attached(attachment));
    }

    /** A paper that is infected counts as not handed in, so that it is missed at submission. */
    Decision<Dossier> quarantine(Command.Quarantine found, Status to) {
        var next = dossier.change().detached(found.attachment()).to(to).done();
        var fact = Announcements.quarantined(found);
        return dossier.attachment(found.attachment()).isPresent()
                ? Decision.of(next, fact)
                : Decision.quietly(next, fact);
    }

    static void requireRoom(Dossier dossier, long more) {
        if (dossier.attachments().size() >= MOST_ATTACHMENTS) {
            throw new Problem(DossierProblem.TOO_MANY_ATTACHMENTS, MOST_ATTACHMENTS);
        }
        if (dossier.attachments().stream().mapToLong(Attachment::size).sum() + more > MOST_BYTES) {
            throw new Problem(DossierProblem.ATTACHMENTS_TOO_LARGE, MOST_BYTES);
        }
    }

    private static List<Paper> papers(Dossier dossier, Terms terms) {
        return dossier.applicant().actsFor() == null
                ? terms.papers()
                : Stream.concat(terms.papers().stream(), Stream.of(Principal.AUTHORISATION))
                        .toList();
    }

    static Paper requirePaper(Dossier dossier, String component) {
        return papers(dossier, dossier.terms()).stream()
                .filter(it -> it.id().equals(component))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        DossierProblem.COMPONENT_UNKNOWN,
                        component,
                        dossier.terms().service()));
    }

    Decision<Dossier> submit(Status to) {
        var terms = office.terms(dossier);
        requireComplete(papers(dossier, terms));
        requireApplicant();
        office.requireForm(dossier, terms);
        var fees = IntStream.range(0, terms.fees().size())
                .mapToObj(i -> {
                    var fee = terms.fees().get(i);
                    return new Demand(office.id("demand-" + i), fee.kind(), fee.amount(), fee.name(), true, null, null);
                })
                .toList();
        var at = office.now();
        var next = dossier.change()
                .submitted(office.code(dossier, terms), terms, fees, at)
                .to(to)
                .done();
        var recipient = office.recipient(next);
        var facts = new ArrayList<Fact>();
        facts.add(Announcements.event(
                DossierSubmitted.TYPE,
                new DossierSubmitted(next.reference(), recipient, next.channel().name(), at)));
        for (var fee : fees) {
            facts.add(Outcomes.demanded(next, fee, office));
        }
        return Outcomes.decision(next, facts);
    }

    private void requireComplete(List<Paper> papers) {
        var missing = papers.stream()
                .filter(Paper::required)
                .filter(Predicate.not(paper -> dossier.attachments().stream()
                        .anyMatch(it -> it.component().equals(paper.id()))))
                .toList();
        if (!missing.isEmpty()) {
            var problem = new Problem(DossierProblem.COMPONENTS_MISSING, missing.size());
            for (var paper : missing) {
                problem = problem.at("/attachments", "component-missing", paper.id(), paper.name());
            }
            throw problem;
        }
    }

    private void requireApplicant() {
        var applicant = dossier.applicant();
        var missing = new LinkedHashMap<String, String>();
        if (applicant.name() == null) {
            missing.put("/applicant/name", "required");
        }
        if (applicant.personalId() == null) {
            missing.put("/applicant/personalId", "required");
        }
        if (applicant.actsFor() != null && applicant.actsFor().person().equals(applicant.person())) {
            missing.put("/applicant/actsFor", "acts-for-himself");
        }
        if (applicant.returnBy() != null
                && applicant.returnBy().channel() == ReturnChannel.POST
                && applicant.postalAddress() == null) {
            missing.put("/applicant/returnBy/address", "required");
        }
        if (!missing.isEmpty()) {
            var problem = new Problem(DossierProblem.APPLICANT_INCOMPLETE);
            missing.forEach(problem::at);
            throw problem;
        }
    }

    Decision<Dossier> accept(Status to) {
        if (dossier.owesBeforeAcceptance()) {
            throw new Problem(DossierProblem.FEE_UNPAID);
        }
        var at = office.now();
        var calendar = office.calendar(dossier);
        var reckoning = Reckoning.of(at, dossier.terms().limit(), calendar);
        var next = dossier.change()
                .accepted(reckoning, Watch.over(reckoning, List.of(), calendar, office.leads()))
                .issued(SlipForm.RECEIPT, office)
                .to(to)
                .done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierAccepted.TYPE,
                        new DossierAccepted(next.reference(), office.recipient(next), at, reckoning.dueAt())));
    }

    Decision<Dossier> refuse(String reason, Status to) {
        var at = office.now();
        var next = dossier.change()
                .ended(reason, false, at)
                .issued(SlipForm.REFUSAL, office)
                .to(to)
                .done();
        var facts = new ArrayList<Fact>();
        facts.add(Announcements.event(
                DossierRefused.TYPE, new DossierRefused(next.reference(), office.recipient(next), reason, at)));
        next.demands().stream()
                .filter(Demand::paid)
                .forEach(it -> facts.add(Outcomes.refundDue(next, it.order(), "REFUSED", office)));
        return Outcomes.decision(next, facts);
    }

    Decision<Dossier> requestSupplement(Command.RequestSupplement asked, Status to) {
        var at = office.now();
        if (asked.deadline() != null && !asked.deadline().isAfter(at)) {
            throw new Problem(DossierProblem.DEADLINE_TOO_EARLY).at("/deadline", "too-early");
        }
        var call = new SupplementCall(asked.items(), asked.deadline(), at);
        var next = dossier.change()
                .interruptedBy(to)
                .paused(Pause.Cause.SUPPLEMENT, at)
                .supplementAsked(call)
                .issued(SlipForm.SUPPLEMENT_REQUEST, office)
                .done();
        return Decision.of(
                next,
                Announcements.event(
                        SupplementRequested.TYPE,
                        new SupplementRequested(
                                next.reference(), office.recipient(next), call.items(), call.deadline(), at)));
    }

    Decision<Dossier> bringSupplement(@Nullable String note, Status back) {
        office.requireForm(dossier, dossier.terms());
        var at = office.now();
        var next = dossier.change()
                .backTo(back)
                .resumed(office)
                .supplementBrought()
                .done();
        return Outcomes.decision(
                next,
                Outcomes.explained(
                        note,
                        Announcements.event(
                                SupplementReceived.TYPE,
                                new SupplementReceived(next.reference(), office.recipient(next), at))));
    }
}
