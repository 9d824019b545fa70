package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Assignment;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.procedures.Channel;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of the office's list; who needs more of the applicant opens the dossier, which is noted. */
record DossierSummary(
        String id,
        @Nullable String code,
        DossierView.Service service,
        DossierView.State status,
        long revision,
        Channel channel,
        @Nullable String applicant,
        @Nullable Assignment assignment,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dueAt,
        Countdown countdown,
        Map<String, String> links) {

    static DossierSummary of(Snapshot<Dossier> snapshot, Function<Dossier, Countdown> countdown) {
        var dossier = snapshot.state();
        var at = dossier.milestones();
        return new DossierSummary(
                dossier.id(),
                dossier.code(),
                DossierViews.service(dossier),
                DossierViews.state(dossier),
                snapshot.revision(),
                dossier.channel(),
                Masks.name(dossier.applicant().name()),
                dossier.assignment(),
                snapshot.createdAt(),
                at.submittedAt(),
                at.acceptedAt(),
                dossier.appointment(),
                countdown.apply(dossier),
                Map.of("self", DossierViews.address(dossier)));
    }
}
