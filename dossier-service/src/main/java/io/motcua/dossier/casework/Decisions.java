package io.motcua.dossier.casework;

import io.motcua.platform.history.Decision;
import io.motcua.platform.problems.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What each command makes of a dossier, and what it announces. Nothing here reads a clock, a store or another service:
 * the office is handed in.
 */
final class Decisions {

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
            case Command.Amend it -> intake().amend(it, target(permitted));
            case Command.Attach it -> intake().attach(it.attachment(), target(permitted));
            case Command.Submit _ -> intake().submit(target(permitted));
            case Command.Accept _ -> intake().accept(target(permitted));
            case Command.Refuse it -> intake().refuse(it.reason(), target(permitted));
            case Command.RequestSupplement it -> intake().requestSupplement(it, target(permitted));
            case Command.BringSupplement it -> intake().bringSupplement(it.note(), target(permitted));
            case Command.Assign it -> handling().assign(it, target(permitted));
            case Command.DemandPayment it -> handling().demandPayment(it, target(permitted));
            case Command.PutResult it ->
                Decision.of(
                        dossier.change()
                                .result(it.document())
                                .to(target(permitted))
                                .done(),
                        Announcements.resultPut(it.document()));
            case Command.Approve it -> handling().approve(it, target(permitted));
            case Command.Stop it -> ending().stop(it.reason(), target(permitted));
            case Command.AskWithdrawal it -> ending().askWithdrawal(it.reason(), target(permitted));
            case Command.RefuseWithdrawal it -> ending().refuseWithdrawal(it.reason(), target(permitted));
            case Command.Apologise it -> handling().apologise(it, target(permitted));
            case Command.Return it -> handover().giveBack(it, target(permitted));
            case Command.Rate it -> handover().rate(it, target(permitted));
            case Command.FileSlip it -> new Filing(dossier).file(it, target(permitted));
            case Command.Erase _ -> new Erasure(dossier, office).erase(target(permitted));
            case Command.Remind _ -> new Clockwork(dossier, office).remind(target(permitted));
            case Command.EraseDraft _ -> new Clockwork(dossier, office).erase(target(permitted));
            case Command.ExpireSupplement _ -> expireSupplement(target(permitted));
            case Command.Quarantine it -> intake().quarantine(it, target(permitted));
            case Command.NotePayment it -> new Settlement(dossier, office).notePayment(it, permitted);
            case Command.NoteFailedPayment it ->
                Decision.quietly(dossier.change().to(target(permitted)).done(), Announcements.paymentFailed(it));
        };
    }

    /** Before acceptance it is refused, afterwards it is stopped; each with its reason and its slip. */
    private Decision<Dossier> expireSupplement(Status to) {
        var call = Objects.requireNonNull(dossier.supplement(), "papers are awaited");
        var reason = Clockwork.expired(
                call, dossier.language(), office.calendar(dossier).zone());
        return to == Status.REFUSED ? intake().refuse(reason, to) : ending().stop(reason, to);
    }

    private Status target(List<Rule> permitted) {
        return Transitions.target(permitted, dossier);
    }

    private Intake intake() {
        return new Intake(dossier, office);
    }

    private Handling handling() {
        return new Handling(dossier, office);
    }

    private Ending ending() {
        return new Ending(dossier, office);
    }

    private Handover handover() {
        return new Handover(dossier, office, roles);
    }
}
