package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.deadlines.Deadlines;
import io.motcua.dossier.procedures.Paper;
import io.motcua.events.dossier.ApologyIssued;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierAssigned;
import io.motcua.events.dossier.DossierRated;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each command makes of a dossier, and what it announces. Nothing here reads a clock, a store or another service:
 * the office is handed in.
 */
final class Decisions {

    static final int MOST_ATTACHMENTS = 50;

    private final Dossier dossier;
    private final Set<Role> roles;
    private final Office office;

    private Decisions(Dossier dossier, Set<Role> roles, Office office) {
        this.dossier = dossier;
        this.roles = roles;
        this.office = office;
    }

    /** @throws Problem if the table or a guard refuses the command */
    static Decision<Dossier> decide(Dossier dossier, Command command, Set<Role> roles, Office office) {
        return new Decisions(dossier, roles, office).decide(command);
    }

    private Decision<Dossier> decide(Command command) {
        var permitted = Transitions.permitted(dossier, command.getClass(), roles);
        return switch (command) { // every case, no default
            case Command.Amend it ->
                Decision.of(dossier.change()
                        .content(it.applicant(), it.form())
                        .to(target(permitted))
                        .done());
            case Command.Attach it -> attach(it.attachment(), target(permitted));
            case Command.Submit _ -> submit(target(permitted));
            case Command.Accept _ -> accept(target(permitted));
            case Command.Refuse it -> refuse(it.reason(), target(permitted));
            case Command.RequestSupplement it -> requestSupplement(it, target(permitted));
            case Command.BringSupplement it -> bringSupplement(it.note(), target(permitted));
            case Command.Assign it -> assign(it, target(permitted));
            case Command.DemandPayment it -> demandPayment(it, target(permitted));
            case Command.PutResult it ->
                Decision.of(
                        dossier.change()
                                .result(it.document())
                                .to(target(permitted))
                                .done(),
                        Announcements.resultPut(it.document()));
            case Command.Approve it -> approve(it.decisionNumber(), target(permitted));
            case Command.Stop it -> stop(it.reason(), target(permitted));
            case Command.AskWithdrawal it -> askWithdrawal(it.reason(), target(permitted));
            case Command.RefuseWithdrawal it -> refuseWithdrawal(it.reason(), target(permitted));
            case Command.Apologise it -> apologise(it, target(permitted));
            case Command.Return it -> giveBack(it.channel(), target(permitted));
            case Command.Rate it -> rate(it, target(permitted));
            case Command.NotePayment it -> notePayment(it, permitted);
            case Command.NoteFailedPayment it ->
                Decision.quietly(dossier.change().to(target(permitted)).done(), Announcements.paymentFailed(it));
        };
    }

    private Status target(List<Rule> permitted) {
        return Transitions.target(permitted, dossier);
    }

    private Decision<Dossier> attach(Attachment attachment, Status to) {
        requirePaper(dossier, attachment.component());
        if (dossier.attachments().size() >= MOST_ATTACHMENTS) {
            throw new Problem(DossierProblem.TOO_MANY_ATTACHMENTS, MOST_ATTACHMENTS);
        }
        return Decision.quietly(
                dossier.change().attached(attachment).to(to).done(), Announcements.attached(attachment));
    }

    static void requirePaper(Dossier dossier, String component) {
        if (dossier.terms().papers().stream().map(Paper::id).noneMatch(component::equals)) {
            throw new Problem(
                    DossierProblem.COMPONENT_UNKNOWN, component, dossier.terms().service());
        }
    }

    private Decision<Dossier> submit(Status to) {
        var terms = office.terms(dossier);
        requireComplete(terms.papers());
        requireApplicant();
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
            facts.add(demanded(next, fee));
        }
        return decision(next, facts);
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
        if (applicant.name() == null || applicant.personalId() == null) {
            var problem = new Problem(DossierProblem.APPLICANT_INCOMPLETE);
            if (applicant.name() == null) {
                problem = problem.at("/applicant/name", "required");
            }
            if (applicant.personalId() == null) {
                problem = problem.at("/applicant/personalId", "required");
            }
            throw problem;
        }
    }

    private Decision<Dossier> accept(Status to) {
        if (dossier.owesBeforeAcceptance()) {
            throw new Problem(DossierProblem.FEE_UNPAID);
        }
        var at = office.now();
        var due = Deadlines.due(at, dossier.terms().limit(), office.calendar(dossier));
        var next = dossier.change().accepted(at, due).to(to).done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierAccepted.TYPE, new DossierAccepted(next.reference(), office.recipient(next), at, due)));
    }

    private Decision<Dossier> refuse(String reason, Status to) {
        var at = office.now();
        var next = dossier.change().ended(reason, false, at).to(to).done();
        var facts = new ArrayList<Fact>();
        facts.add(Announcements.event(
                DossierRefused.TYPE, new DossierRefused(next.reference(), office.recipient(next), reason, at)));
        next.demands().stream().filter(Demand::paid).forEach(it -> facts.add(refundDue(next, it.order(), "REFUSED")));
        return decision(next, facts);
    }

    private Decision<Dossier> requestSupplement(Command.RequestSupplement asked, Status to) {
        var at = office.now();
        var call = new SupplementCall(asked.items(), asked.deadline(), at);
        var next =
                dossier.change().interruptedBy(to).paused(at).supplement(call).done();
        return Decision.of(
                next,
                Announcements.event(
                        SupplementRequested.TYPE,
                        new SupplementRequested(
                                next.reference(), office.recipient(next), call.items(), call.deadline(), at)));
    }

    private Decision<Dossier> bringSupplement(@Nullable String note, Status back) {
        var at = office.now();
        var next = dossier.change()
                .backTo(back)
                .resumed(at, () -> office.calendar(dossier))
                .supplement(null)
                .done();
        return decision(
                next,
                explained(
                        note,
                        Announcements.event(
                                SupplementReceived.TYPE,
                                new SupplementReceived(next.reference(), office.recipient(next), at))));
    }

    private Decision<Dossier> assign(Command.Assign asked, Status to) {
        office.requireUnit(asked.unit());
        var at = office.now();
        var next = dossier.change()
                .assigned(new Assignment(asked.unit(), asked.officer(), at))
                .to(to)
                .done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierAssigned.TYPE,
                        new DossierAssigned(
                                next.reference(), office.recipient(next), asked.unit(), asked.officer(), at)));
    }

    private Decision<Dossier> demandPayment(Command.DemandPayment asked, Status to) {
        var demand = new Demand(
                office.id("demand"), asked.purpose(), asked.amount(), asked.description(), false, null, null);
        var next = dossier.change()
                .interruptedBy(to)
                .paused(office.now())
                .demanded(demand)
                .done();
        return Decision.of(next, demanded(next, demand));
    }

    private Fact demanded(Dossier next, Demand demand) {
        return Announcements.event(
                PaymentDemanded.TYPE,
                new PaymentDemanded(
                        next.reference(),
                        office.recipient(next),
                        demand.id(),
                        demand.purpose(),
                        demand.amount(),
                        demand.description(),
                        demand.blocksAcceptance(),
                        office.now(),
                        null));
    }

    private Decision<Dossier> approve(String decisionNumber, Status to) {
        var result = dossier.result();
        if (result == null) {
            throw new Problem(DossierProblem.RESULT_MISSING);
        }
        var at = office.now();
        var due = dossier.milestones().dueAt();
        var next = dossier.change()
                .result(result.signedAs(decisionNumber))
                .approved(at)
                .to(to)
                .done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierApproved.TYPE,
                        new DossierApproved(
                                next.reference(), office.recipient(next), at, due == null || !at.isAfter(due))));
    }

    private Decision<Dossier> stop(String reason, Status to) {
        var at = office.now();
        var onWish = dossier.status() == Status.WITHDRAWAL_ASKED;
        var next = dossier.change().ended(reason, onWish, at).to(to).done();
        var facts = new ArrayList<Fact>();
        facts.add(Announcements.event(
                DossierStopped.TYPE, new DossierStopped(next.reference(), office.recipient(next), reason, at)));
        if (onWish) {
            dossier.demands().stream()
                    .filter(this::paidInVain)
                    .forEach(it -> facts.add(refundDue(next, it.order(), "WITHDRAWN")));
        }
        return decision(next, facts);
    }

    /** Paid before work had begun on the dossier, or when its withdrawal had already been asked for. */
    private boolean paidInVain(Demand demand) {
        var askedAt = dossier.milestones().withdrawalAskedAt();
        return demand.paidAt() != null
                && (dossier.milestones().acceptedAt() == null
                        || askedAt != null && !demand.paidAt().isBefore(askedAt));
    }

    private Decision<Dossier> askWithdrawal(@Nullable String reason, Status to) {
        var at = office.now();
        var next = dossier.change().interruptedBy(to).withdrawalAsked(at).done();
        return decision(
                next,
                explained(
                        reason,
                        Announcements.event(
                                WithdrawalRequested.TYPE,
                                new WithdrawalRequested(next.reference(), office.recipient(next), at))));
    }

    private Decision<Dossier> refuseWithdrawal(String reason, Status back) {
        var next = dossier.change().backTo(back).withdrawalAsked(null).done();
        return Decision.of(
                next,
                Announcements.withdrawalRefused(
                        reason, back, dossier.milestones().withdrawalAskedAt()));
    }

    private Decision<Dossier> apologise(Command.Apologise asked, Status to) {
        var at = office.now();
        var due = dossier.milestones().dueAt();
        if (dossier.apology() != null) {
            throw new Problem(DossierProblem.APOLOGY_REPEATED);
        }
        if (!asked.newDueAt().isAfter(at) || due != null && !asked.newDueAt().isAfter(due)) {
            throw new Problem(DossierProblem.APPOINTMENT_TOO_EARLY).at("/newDueAt", "too-early");
        }
        var next = dossier.change()
                .apologised(new Apology(asked.reason(), asked.newDueAt(), at))
                .to(to)
                .done();
        return Decision.quietly(
                next,
                Announcements.event(
                        ApologyIssued.TYPE,
                        new ApologyIssued(
                                next.reference(), office.recipient(next), asked.reason(), asked.newDueAt(), at)));
    }

    private Decision<Dossier> giveBack(ReturnChannel channel, Status to) {
        if (channel != ReturnChannel.ONLINE && !roles.contains(Role.RECEPTIONIST)) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        var at = office.now();
        var next = dossier.change().returned(at).to(to).done();
        return Decision.of(
                next,
                Announcements.event(
                        DossierReturned.TYPE,
                        new DossierReturned(next.reference(), office.recipient(next), channel.name(), at)));
    }

    private Decision<Dossier> rate(Command.Rate asked, Status to) {
        if (dossier.rating() != null) {
            throw new Problem(DossierProblem.RATED_ALREADY);
        }
        var at = office.now();
        var next = dossier.change()
                .rated(new Rating(asked.stars(), asked.comment(), at))
                .to(to)
                .done();
        return Decision.quietly(
                next,
                Announcements.event(
                        DossierRated.TYPE,
                        new DossierRated(next.reference(), office.recipient(next), asked.stars(), at)));
    }

    /** Money has come in, whatever state the dossier is in by now: what is not owed is due back. */
    private Decision<Dossier> notePayment(Command.NotePayment payment, List<Rule> permitted) {
        var demand = dossier.demand(payment.demand());
        if (demand.filter(it -> payment.order().equals(it.order())).isPresent()) {
            return noted(payment, "KNOWN", permitted);
        }
        var reason = refundReason(demand.filter(it -> !it.paid()).isPresent());
        if (reason != null) {
            var noted = noted(payment, reason, permitted);
            var facts = new ArrayList<>(noted.facts());
            facts.add(refundDue(noted.next(), payment.order(), reason));
            return quietly(noted.next(), facts);
        }
        return settle(payment, permitted);
    }

    private Decision<Dossier> settle(Command.NotePayment payment, List<Rule> permitted) {
        var change = dossier.change().paid(payment.demand(), payment.order(), payment.paidAt());
        var fact = Announcements.paymentNoted(payment, "SETTLED");
        var paid = change.done();
        var to = Transitions.target(permitted, paid);
        if (to != dossier.status()) {
            return Decision.of(
                    change.backTo(to)
                            .resumed(office.now(), () -> office.calendar(dossier))
                            .done(),
                    fact);
        }
        if (dossier.cameFrom().filter(it -> it == Status.PAYMENT_DUE).isPresent() && !paid.owes()) {
            return Decision.quietly(
                    change.comingBackFromPayment()
                            .resumed(office.now(), () -> office.calendar(dossier))
                            .done(),
                    fact);
        }
        return Decision.quietly(paid, fact);
    }

    private Decision<Dossier> noted(Command.NotePayment payment, String outcome, List<Rule> permitted) {
        if (permitted.stream().noneMatch(Rule::noted)) {
            throw new IllegalStateException("no rule notes " + payment + " in " + dossier.status());
        }
        return Decision.quietly(dossier, Announcements.paymentNoted(payment, outcome));
    }

    private @Nullable String refundReason(boolean owed) {
        return switch (dossier.status()) {
            case REFUSED -> "REFUSED";
            case STOPPED -> dossier.withdrawn() ? "WITHDRAWN" : "STOPPED";
            case DRAFT,
                    SUBMITTED,
                    ACCEPTED,
                    PROCESSING,
                    SUPPLEMENT_DUE,
                    PAYMENT_DUE,
                    WITHDRAWAL_ASKED,
                    DONE,
                    RETURNED -> owed ? null : "DUPLICATE";
        };
    }

    private Fact refundDue(Dossier next, @Nullable String order, String reason) {
        if (order == null) {
            throw new IllegalStateException("a paid demand names its order");
        }
        return Announcements.event(
                RefundDue.TYPE, new RefundDue(next.reference(), office.recipient(next), order, reason, office.now()));
    }

    private static List<Fact> explained(@Nullable String words, Fact fact) {
        return words == null ? List.of(fact) : List.of(fact, Announcements.explained(words));
    }

    private static Decision<Dossier> decision(Dossier next, List<Fact> facts) {
        return Decision.of(next, facts.toArray(Fact[]::new));
    }

    private static Decision<Dossier> quietly(Dossier next, List<Fact> facts) {
        return Decision.quietly(next, facts.toArray(Fact[]::new));
    }
}
