package io.motcua.dossier.me.web;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Place;
import io.motcua.events.Names;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a citizen has running, at whichever agency. */
@RestController
class MyDossiersController {

    private final Dossiers dossiers;

    MyDossiersController(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    record MyDossier(
            String id,
            String agency,
            @Nullable String code,
            MyService service,
            MyStatus status,
            MyPublicStatus publicStatus,
            Instant createdAt,
            @Nullable Instant submittedAt,
            @Nullable Instant dueAt,
            boolean paymentDue,
            Map<String, String> links) {}

    record MyService(String code, Names names) {}

    record MyStatus(int code, Names name) {}

    record MyPublicStatus(String code, Names name) {}

    @GetMapping("/api/v1/me/dossiers")
    @Access(Access.Who.SIGNED_IN)
    Page<MyDossier> mine(Caller caller, PageRequest page) {
        var found = dossiers.concerning(caller.person(), Place.parse(page.cursor()), page.limit() + 1);
        return Page.of(found, page, Place::of, null).map(MyDossiersController::view);
    }

    private static MyDossier view(Snapshot<Dossier> snapshot) {
        var dossier = snapshot.state();
        var shown = dossier.status().forPublic();
        return new MyDossier(
                dossier.id(),
                dossier.agency(),
                dossier.code(),
                new MyService(dossier.terms().service(), dossier.terms().names()),
                new MyStatus(dossier.status().code(), dossier.status().names()),
                new MyPublicStatus(shown.code(), shown.names()),
                snapshot.createdAt(),
                dossier.milestones().submittedAt(),
                dossier.appointment(),
                dossier.demands().stream().anyMatch(it -> !it.paid()),
                Map.of("self", "/api/v1/agencies/" + dossier.agency() + "/dossiers/" + dossier.id()));
    }
}
