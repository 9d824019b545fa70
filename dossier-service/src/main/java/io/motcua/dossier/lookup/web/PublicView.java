package io.motcua.dossier.lookup.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.motcua.dossier.casework.Apology;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.SupplementCall;
import io.motcua.dossier.procedures.Channel;
import io.motcua.events.Money;
import io.motcua.events.Names;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as everybody may see it who knows its code.
 *
 * @param details what only the bearer of the secret is told
 */
record PublicView(
        String code,
        String agency,
        Status status,
        PublicStatus publicStatus,
        Unit unit,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Details details) {

    /** @param code the national one */
    record Status(int code, Names name) {}

    record PublicStatus(String code, Names name) {}

    record Unit(String code, @Nullable Names name) {}

    /** The matter: what is asked of the applicant and how it ended; who he is stays out. */
    record Details(
            Service service,
            Channel channel,
            @Nullable SupplementCall supplement,
            List<Owed> demands,
            @Nullable Apology apology,
            @Nullable String endReason,
            @Nullable String decisionNumber,
            @Nullable Instant returnedAt) {

        record Service(String code, Names names) {}

        record Owed(String description, Money amount, boolean paid) {}

        static Details of(Dossier dossier) {
            var terms = dossier.terms();
            var result = dossier.result();
            return new Details(
                    new Service(terms.service(), terms.names()),
                    dossier.channel(),
                    dossier.supplement(),
                    dossier.demands().stream()
                            .map(it -> new Owed(it.description(), it.amount(), it.paid()))
                            .toList(),
                    dossier.apology(),
                    dossier.endReason(),
                    result == null ? null : result.decisionNumber(),
                    dossier.milestones().returnedAt());
        }
    }

    static PublicView of(Dossier dossier, Unit unit, @Nullable Details details) {
        var at = dossier.milestones();
        var status = dossier.status();
        return new PublicView(
                Objects.requireNonNull(dossier.code()),
                dossier.agency(),
                new Status(status.code(), status.names()),
                new PublicStatus(status.forPublic().code(), status.forPublic().names()),
                unit,
                at.submittedAt(),
                at.acceptedAt(),
                dossier.appointment(),
                at.approvedAt() == null ? at.endedAt() : at.approvedAt(),
                details);
    }
}
