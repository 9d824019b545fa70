package io.motcua.dossier.casework;

import static io.motcua.dossier.casework.Role.APPLICANT;
import static io.motcua.dossier.casework.Role.LEADER;
import static io.motcua.dossier.casework.Role.RECEPTIONIST;
import static io.motcua.dossier.casework.Role.SPECIALIST;
import static io.motcua.dossier.casework.Role.SYSTEM;
import static io.motcua.dossier.casework.Status.ACCEPTED;
import static io.motcua.dossier.casework.Status.DONE;
import static io.motcua.dossier.casework.Status.DRAFT;
import static io.motcua.dossier.casework.Status.PAYMENT_DUE;
import static io.motcua.dossier.casework.Status.PROCESSING;
import static io.motcua.dossier.casework.Status.REFUSED;
import static io.motcua.dossier.casework.Status.RETURNED;
import static io.motcua.dossier.casework.Status.STOPPED;
import static io.motcua.dossier.casework.Status.SUBMITTED;
import static io.motcua.dossier.casework.Status.SUPPLEMENT_DUE;
import static io.motcua.dossier.casework.Status.WITHDRAWAL_ASKED;

import io.motcua.dossier.DossierProblem;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is legal, and nothing else says so: the guard, the actions that the API offers, the diagram in the documentation
 * and the exhaustive tests are readings of this table. States and steps are the national ones (domain codes 1 to 10).
 */
final class Transitions {

    static final List<Rule> RULES = List.of(
            step(DRAFT, Command.Amend.class, DRAFT, APPLICANT),
            step(DRAFT, Command.Attach.class, DRAFT, APPLICANT),
            step(DRAFT, Command.Submit.class, SUBMITTED, APPLICANT),
            decision(SUBMITTED, Command.Accept.class, ACCEPTED, RECEPTIONIST),
            decision(SUBMITTED, Command.Refuse.class, REFUSED, RECEPTIONIST),
            decision(SUBMITTED, Command.RequestSupplement.class, SUPPLEMENT_DUE, RECEPTIONIST),
            decision(PROCESSING, Command.RequestSupplement.class, SUPPLEMENT_DUE, SPECIALIST, RECEPTIONIST),
            step(SUPPLEMENT_DUE, Command.Amend.class, SUPPLEMENT_DUE, APPLICANT),
            step(SUPPLEMENT_DUE, Command.Attach.class, SUPPLEMENT_DUE, APPLICANT),
            step(SUPPLEMENT_DUE, Command.BringSupplement.class, SUBMITTED, APPLICANT)
                    .when(Rule.When.CAME_FROM),
            step(SUPPLEMENT_DUE, Command.BringSupplement.class, PROCESSING, APPLICANT)
                    .when(Rule.When.CAME_FROM),
            step(SUPPLEMENT_DUE, Command.ExpireSupplement.class, REFUSED, SYSTEM)
                    .when(Rule.When.CALLED_AT_INTAKE),
            step(SUPPLEMENT_DUE, Command.ExpireSupplement.class, STOPPED, SYSTEM)
                    .when(Rule.When.CALLED_IN_PROCESS),
            decision(ACCEPTED, Command.Assign.class, PROCESSING, RECEPTIONIST, LEADER),
            decision(PROCESSING, Command.Assign.class, PROCESSING, RECEPTIONIST, SPECIALIST, LEADER),
            decision(PROCESSING, Command.DemandPayment.class, PAYMENT_DUE, SPECIALIST),
            decision(PROCESSING, Command.PutResult.class, PROCESSING, SPECIALIST),
            decision(PROCESSING, Command.Approve.class, DONE, LEADER),
            decision(PROCESSING, Command.Stop.class, STOPPED, LEADER),
            decision(PROCESSING, Command.Apologise.class, PROCESSING, SPECIALIST, LEADER),
            step(SUBMITTED, Command.AskWithdrawal.class, WITHDRAWAL_ASKED, APPLICANT),
            step(ACCEPTED, Command.AskWithdrawal.class, WITHDRAWAL_ASKED, APPLICANT),
            step(PROCESSING, Command.AskWithdrawal.class, WITHDRAWAL_ASKED, APPLICANT),
            step(SUPPLEMENT_DUE, Command.AskWithdrawal.class, WITHDRAWAL_ASKED, APPLICANT),
            step(PAYMENT_DUE, Command.AskWithdrawal.class, WITHDRAWAL_ASKED, APPLICANT),
            decision(WITHDRAWAL_ASKED, Command.Stop.class, STOPPED, RECEPTIONIST, LEADER),
            decision(WITHDRAWAL_ASKED, Command.RefuseWithdrawal.class, SUBMITTED, RECEPTIONIST, LEADER)
                    .when(Rule.When.CAME_FROM),
            decision(WITHDRAWAL_ASKED, Command.RefuseWithdrawal.class, ACCEPTED, RECEPTIONIST, LEADER)
                    .when(Rule.When.CAME_FROM),
            decision(WITHDRAWAL_ASKED, Command.RefuseWithdrawal.class, PROCESSING, RECEPTIONIST, LEADER)
                    .when(Rule.When.CAME_FROM),
            decision(WITHDRAWAL_ASKED, Command.RefuseWithdrawal.class, SUPPLEMENT_DUE, RECEPTIONIST, LEADER)
                    .when(Rule.When.CAME_FROM),
            decision(WITHDRAWAL_ASKED, Command.RefuseWithdrawal.class, PAYMENT_DUE, RECEPTIONIST, LEADER)
                    .when(Rule.When.CAME_FROM),
            step(DONE, Command.Return.class, RETURNED, RECEPTIONIST, APPLICANT),
            step(RETURNED, Command.Rate.class, RETURNED, APPLICANT),
            step(STOPPED, Command.Rate.class, STOPPED, APPLICANT),
            // Foreign facts: every pair of event and state, because what has happened elsewhere cannot be refused.
            noted(DRAFT, Command.NotePayment.class),
            noted(SUBMITTED, Command.NotePayment.class),
            noted(ACCEPTED, Command.NotePayment.class),
            noted(REFUSED, Command.NotePayment.class),
            noted(PROCESSING, Command.NotePayment.class),
            noted(SUPPLEMENT_DUE, Command.NotePayment.class),
            step(PAYMENT_DUE, Command.NotePayment.class, PROCESSING, SYSTEM).when(Rule.When.SETTLED),
            noted(PAYMENT_DUE, Command.NotePayment.class).when(Rule.When.OWING),
            noted(WITHDRAWAL_ASKED, Command.NotePayment.class),
            noted(STOPPED, Command.NotePayment.class),
            noted(DONE, Command.NotePayment.class),
            noted(RETURNED, Command.NotePayment.class),
            noted(DRAFT, Command.NoteFailedPayment.class),
            noted(SUBMITTED, Command.NoteFailedPayment.class),
            noted(ACCEPTED, Command.NoteFailedPayment.class),
            noted(REFUSED, Command.NoteFailedPayment.class),
            noted(PROCESSING, Command.NoteFailedPayment.class),
            noted(SUPPLEMENT_DUE, Command.NoteFailedPayment.class),
            noted(PAYMENT_DUE, Command.NoteFailedPayment.class),
            noted(WITHDRAWAL_ASKED, Command.NoteFailedPayment.class),
            noted(STOPPED, Command.NoteFailedPayment.class),
            noted(DONE, Command.NoteFailedPayment.class),
            noted(RETURNED, Command.NoteFailedPayment.class),
            // The clock goes on in these states.
            noted(DRAFT, Command.Remind.class),
            noted(DRAFT, Command.EraseDraft.class),
            noted(ACCEPTED, Command.Remind.class),
            noted(PROCESSING, Command.Remind.class),
            noted(WITHDRAWAL_ASKED, Command.Remind.class),
            // Malware is found whenever the scanner comes to look.
            noted(DRAFT, Command.Quarantine.class),
            noted(SUBMITTED, Command.Quarantine.class),
            noted(ACCEPTED, Command.Quarantine.class),
            noted(REFUSED, Command.Quarantine.class),
            noted(PROCESSING, Command.Quarantine.class),
            noted(SUPPLEMENT_DUE, Command.Quarantine.class),
            noted(PAYMENT_DUE, Command.Quarantine.class),
            noted(WITHDRAWAL_ASKED, Command.Quarantine.class),
            noted(STOPPED, Command.Quarantine.class),
            noted(DONE, Command.Quarantine.class),
            noted(RETURNED, Command.Quarantine.class),
            // Where it has ended, its personal data go in the end.
            noted(REFUSED, Command.Erase.class),
            noted(STOPPED, Command.Erase.class),
            noted(RETURNED, Command.Erase.class),
            // A slip is drawn up a moment after the decision that owes it; the dossier may have moved on by then.
            noted(DRAFT, Command.FileSlip.class),
            noted(SUBMITTED, Command.FileSlip.class),
            noted(ACCEPTED, Command.FileSlip.class),
            noted(REFUSED, Command.FileSlip.class),
            noted(PROCESSING, Command.FileSlip.class),
            noted(SUPPLEMENT_DUE, Command.FileSlip.class),
            noted(PAYMENT_DUE, Command.FileSlip.class),
            noted(WITHDRAWAL_ASKED, Command.FileSlip.class),
            noted(STOPPED, Command.FileSlip.class),
            noted(DONE, Command.FileSlip.class),
            noted(RETURNED, Command.FileSlip.class));

    private Transitions() {}

    /**
     * The steps that the command may take now.
     *
     * @throws Problem 403 if the roles do not allow it, 409 if the state does not
     */
    static List<Rule> permitted(Dossier dossier, Class<? extends Command> command, Set<Role> roles) {
        var ofState = RULES.stream()
                .filter(it -> it.command() == command && it.from() == dossier.status())
                .toList();
        var asked = ofState.isEmpty()
                ? RULES.stream().filter(it -> it.command() == command).toList()
                : ofState;
        if (asked.stream().allMatch(it -> Collections.disjoint(it.by(), roles))) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        if (ofState.isEmpty()) {
            throw new Problem(
                    DossierProblem.TRANSITION_REFUSED, dossier.status().code());
        }
        return ofState;
    }

    /** Where one of the permitted steps leads. */
    static Status target(List<Rule> permitted, Dossier dossier) {
        return permitted.stream()
                .filter(it -> it.when().holds(dossier, it.to()))
                .findFirst()
                .map(Rule::to)
                .orElseThrow(() -> new Problem(
                        DossierProblem.TRANSITION_REFUSED, dossier.status().code()));
    }

    /** What somebody in these roles may ask of the dossier now. */
    static Set<Class<? extends Command>> available(Dossier dossier, Set<Role> roles) {
        return RULES.stream()
                .filter(it -> it.from() == dossier.status() && !Collections.disjoint(it.by(), roles))
                .filter(it -> it.when().holds(dossier, it.to()))
                .map(Rule::command)
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean decides(Class<? extends Command> command) {
        return RULES.stream().anyMatch(it -> it.command() == command && it.decides());
    }

    /** The capacity in which somebody who holds several roles gives the command. */
    static Role capacity(Class<? extends Command> command, Set<Role> roles) {
        return RULES.stream()
                .filter(it -> it.command() == command)
                .flatMap(it -> it.by().stream())
                .filter(roles::contains)
                .findFirst()
                .orElseThrow(() -> new Problem(PlatformProblem.FORBIDDEN));
    }

    private static Rule step(Status from, Class<? extends Command> command, Status to, Role first, Role... more) {
        return new Rule(from, command, to, EnumSet.of(first, more), Rule.When.ALWAYS, false, false);
    }

    private static Rule decision(Status from, Class<? extends Command> command, Status to, Role first, Role... more) {
        return new Rule(from, command, to, EnumSet.of(first, more), Rule.When.ALWAYS, true, false);
    }

    private static Rule noted(Status state, Class<? extends Command> command) {
        return new Rule(state, command, state, EnumSet.of(SYSTEM), Rule.When.ALWAYS, false, true);
    }
}
