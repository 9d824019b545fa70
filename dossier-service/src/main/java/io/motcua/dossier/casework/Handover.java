package io.motcua.dossier.casework;

import io.motcua.dossier.DossierProblem;
import io.motcua.events.dossier.DossierRated;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.platform.history.Decision;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.util.Set;

/** The result comes to the applicant, who rates the service. */
record Handover(Dossier dossier, Office office, Set<Role> roles) {

    Decision<Dossier> giveBack(Command.Return given, Status to) {
        var channel = given.channel();
        if (channel != ReturnChannel.ONLINE && !roles.contains(Role.RECEPTIONIST)) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        if (channel == ReturnChannel.POST && dossier.applicant().postalAddress() == null) {
            throw new Problem(DossierProblem.POSTAL_ADDRESS_MISSING);
        }
        var at = office.now();
        var next = dossier.change()
                .returned(at, channel)
                .issued(SlipForm.CONTROL, office)
                .to(to)
                .done();
        var returned = Announcements.event(
                DossierReturned.TYPE,
                new DossierReturned(next.reference(), office.recipient(next), channel.name(), at));
        return given.postalItem() == null
                ? Decision.of(next, returned)
                : Decision.of(next, returned, Announcements.handedToPost(given.postalItem()));
    }

    Decision<Dossier> rate(Command.Rate asked, Status to) {
        dossier.requireKept();
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
}
