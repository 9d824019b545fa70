package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.dossier.casework.Party;
import io.motcua.events.Money;
import io.motcua.platform.history.Cause;
import io.motcua.platform.requests.IfMatch;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One address per command; who may give it, and when, says the table of transitions. */
@RestController
@RequestMapping("/api/v1/agencies/{agency}/dossiers/{id}")
class CommandController {

    private final Casework casework;
    private final DossierViews views;

    CommandController(Casework casework, DossierViews views) {
        this.casework = casework;
        this.views = views;
    }

    /** Who gives a command to which dossier, on which revision. */
    private record Given(String agency, String id, Caller caller, Cause cause, IfMatch ifMatch) {}

    @PostMapping("/submission")
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<DossierView> submit(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestBody(required = false) Requests.@Nullable Nothing body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Submit());
    }

    @PostMapping("/acceptance")
    @Access(value = Access.Who.ROLES, roles = "receptionist")
    ResponseEntity<DossierView> accept(
            @PathVariable String agency,
            @PathVariable String id,
            @RequestBody(required = false) Requests.@Nullable Nothing body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Accept());
    }

    @PostMapping("/refusal")
    @Access(value = Access.Who.ROLES, roles = "receptionist")
    ResponseEntity<DossierView> refuse(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Reason body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Refuse(body.reason()));
    }

    @PostMapping("/supplement-requests")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist"})
    ResponseEntity<DossierView> requestSupplement(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Supplement body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch),
                new Command.RequestSupplement(body.items(), body.deadline()));
    }

    @PostMapping("/supplements")
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<DossierView> bringSupplement(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody(required = false) Requests.@Nullable Brought body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch),
                new Command.BringSupplement(body == null ? null : body.note()));
    }

    @PostMapping("/assignments")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader"})
    ResponseEntity<DossierView> assign(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.HandOver body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Assign(body.unit(), body.officer()));
    }

    @PostMapping("/payment-demands")
    @Access(value = Access.Who.ROLES, roles = "specialist")
    ResponseEntity<DossierView> demandPayment(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.PaymentDemand body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch),
                new Command.DemandPayment(
                        body.purpose(),
                        new Money(body.amount().amount(), body.amount().currency()),
                        body.description()));
    }

    @PostMapping("/approval")
    @Access(value = Access.Who.ROLES, roles = "leader")
    ResponseEntity<DossierView> approve(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Signature body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Approve(body.decisionNumber(), null));
    }

    @PostMapping("/stop")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "leader"})
    ResponseEntity<DossierView> stop(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Reason body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Stop(body.reason()));
    }

    @PostMapping("/withdrawal")
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<DossierView> askWithdrawal(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody(required = false) Requests.@Nullable Wish body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch),
                new Command.AskWithdrawal(body == null ? null : body.reason()));
    }

    @PostMapping("/withdrawal-refusals")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "leader"})
    ResponseEntity<DossierView> refuseWithdrawal(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Reason body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.RefuseWithdrawal(body.reason()));
    }

    @PostMapping("/apologies")
    @Access(
            value = Access.Who.ROLES,
            roles = {"specialist", "leader"})
    ResponseEntity<DossierView> apologise(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.ApologyBody body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch), new Command.Apologise(body.reason(), body.newDueAt()));
    }

    @PostMapping("/return")
    @Access(value = Access.Who.PARTY, roles = "receptionist")
    ResponseEntity<DossierView> giveBack(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Returned body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(
                new Given(agency, id, caller, cause, ifMatch), new Command.Return(body.channel(), body.postalItem()));
    }

    @PostMapping("/rating")
    @Access(Access.Who.PARTY)
    ResponseEntity<DossierView> rate(
            @PathVariable String agency,
            @PathVariable String id,
            @Valid @RequestBody Requests.Stars body,
            Caller caller,
            Cause cause,
            IfMatch ifMatch) {
        return perform(new Given(agency, id, caller, cause, ifMatch), new Command.Rate(body.stars(), body.comment()));
    }

    private ResponseEntity<DossierView> perform(Given given, Command command) {
        var party = Party.of(given.caller(), given.agency());
        var revision = casework.decides(command.getClass())
                ? Long.valueOf(given.ifMatch().required())
                : given.ifMatch().revision();
        return views.answer(
                casework.perform(given.agency(), given.id(), party, given.cause(), revision, command), party);
    }
}
