package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Insight;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.requests.ETags;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows dossiers, to each party what it may see and do. */
@Component
class DossierViews {

    private final Casework casework;
    private final Countdowns countdowns;
    private final ReadingRoom room;
    private final JsonMapper json;

    DossierViews(Casework casework, Countdowns countdowns, ReadingRoom room, JsonMapper json) {
        this.casework = casework;
        this.countdowns = countdowns;
        this.room = room;
        this.json = json;
    }

    ResponseEntity<DossierView> answer(Snapshot<Dossier> snapshot, Party party) {
        return ResponseEntity.ok().eTag(ETags.of(snapshot.revision())).body(view(snapshot, party));
    }

    DossierView view(Snapshot<Dossier> snapshot, Party party) {
        var dossier = snapshot.state();
        var at = dossier.milestones();
        var masked = room.opened(dossier, party, Reading.What.DOSSIER) == Insight.MASKED;
        var person = Requests.PersonBody.of(dossier.applicant());
        var result = dossier.resultFor(party);
        return new DossierView(
                dossier.id(),
                dossier.agency(),
                dossier.code(),
                service(dossier),
                state(dossier),
                publicState(dossier),
                snapshot.revision(),
                dossier.channel(),
                dossier.language(),
                masked,
                masked ? Masks.person(person) : person,
                json.readTree(masked ? "{}" : dossier.form()),
                masked ? dossier.attachments().stream().map(Masks::paper).toList() : dossier.attachments(),
                demands(dossier),
                masked && result != null ? Masks.result(result) : result,
                dossier.assignment(),
                dossier.supplement(),
                dossier.apology(),
                dossier.apologyDraftFor(party),
                dossier.endReason(),
                dossier.rating(),
                snapshot.createdAt(),
                at.submittedAt(),
                at.acceptedAt(),
                dossier.appointment(),
                countdowns.now(LocaleContextHolder.getLocale()).apply(dossier),
                at.approvedAt(),
                at.returnedAt(),
                at.endedAt(),
                dossier.erasedAt(),
                actions(dossier, party),
                links(dossier, party));
    }

    static DossierView.Service service(Dossier dossier) {
        var terms = dossier.terms();
        return new DossierView.Service(terms.service(), terms.version(), terms.names());
    }

    static DossierView.State state(Dossier dossier) {
        return new DossierView.State(dossier.status().code(), dossier.status().names());
    }

    private static DossierView.PublicState publicState(Dossier dossier) {
        var status = dossier.status().forPublic();
        return new DossierView.PublicState(status.code(), status.names());
    }

    static String address(Dossier dossier) {
        return "/api/v1/agencies/" + dossier.agency() + "/dossiers/" + dossier.id();
    }

    private static List<DossierView.Owed> demands(Dossier dossier) {
        return dossier.demands().stream()
                .map(it -> new DossierView.Owed(
                        it.id(), it.purpose(), it.amount(), it.description(), it.paid(), it.blocksAcceptance()))
                .toList();
    }

    private List<DossierView.Offer> actions(Dossier dossier, Party party) {
        var available = casework.available(dossier, party);
        return Arrays.stream(Action.values())
                .filter(it -> available.contains(it.command()))
                .map(it -> new DossierView.Offer(
                        it.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        it.method(),
                        address(dossier) + it.path(),
                        it.replaces() || casework.decides(it.command())))
                .toList();
    }

    private static Map<String, String> links(Dossier dossier, Party party) {
        var links = new LinkedHashMap<String, String>();
        var self = address(dossier);
        links.put("self", self);
        links.put("history", self + "/history");
        links.put("events", self + "/events");
        if (dossier.reckoning() != null) {
            links.put("deadline", self + "/deadline");
        }
        links.put("attachments", self + "/attachments");
        links.put("payments", "/api/v1/agencies/" + dossier.agency() + "/payments?dossier=" + dossier.id());
        if (dossier.code() != null) {
            links.put("lookup", "/api/v1/lookup/" + dossier.code());
        }
        if (!dossier.slipsFor(party).isEmpty()) {
            links.put("slips", self + "/slips");
        }
        if (dossier.resultFor(party) != null) {
            links.put("result", self + "/result");
        }
        return links;
    }
}
