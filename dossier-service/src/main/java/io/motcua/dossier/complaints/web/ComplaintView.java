package io.motcua.dossier.complaints.web;

import io.motcua.dossier.complaints.Complaint;
import io.motcua.dossier.complaints.Complaint.Finding;
import io.motcua.dossier.complaints.ComplaintStep;
import io.motcua.events.Names;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as who filed it and the agency's staff see it.
 *
 * @param late answered late, or not yet although its day is over
 * @param handler the unit that has taken it up
 * @param actions what the caller may do now; none in lists
 */
record ComplaintView(
        String id,
        String agency,
        long revision,
        ComplaintKind kind,
        ComplaintState state,
        @Nullable ComplaintSubject dossier,
        @Nullable String unit,
        String words,
        Instant filedAt,
        Instant dueAt,
        boolean late,
        @Nullable String handler,
        @Nullable ComplaintAnswer answer,
        @Nullable Instant endedAt,
        List<ComplaintAction> actions,
        Map<String, String> links) {

    private static final Map<Class<? extends ComplaintStep>, String> NAMES = Map.of(
            ComplaintStep.TakeUp.class, "handling",
            ComplaintStep.Reply.class, "answer",
            ComplaintStep.Decline.class, "refusal",
            ComplaintStep.Withdraw.class, "withdrawal");

    record ComplaintKind(Complaint.Kind code, Names name) {}

    record ComplaintState(Complaint.State code, Names name) {}

    record ComplaintSubject(String id, String code, String service) {}

    /** @param finding none where it was declined */
    record ComplaintAnswer(@Nullable Finding finding, String words) {}

    /** What the caller may do now. */
    record ComplaintAction(String name, String method, String href, boolean ifMatch) {}

    static ComplaintView of(Snapshot<Complaint> snapshot, Instant now, Set<Class<? extends ComplaintStep>> available) {
        var it = snapshot.state();
        var about = it.about();
        var answer = it.answer();
        var self = "/api/v1/agencies/" + it.agency() + "/complaints/" + it.id();
        return new ComplaintView(
                it.id(),
                it.agency(),
                snapshot.revision(),
                new ComplaintKind(it.kind(), it.kind().names()),
                new ComplaintState(it.state(), it.state().names()),
                about == null ? null : new ComplaintSubject(about.dossier(), about.code(), about.service()),
                it.unit(),
                it.words(),
                it.filedAt(),
                it.dueAt(),
                it.late(now),
                it.handler(),
                answer == null ? null : new ComplaintAnswer(answer.finding(), answer.words()),
                it.endedAt(),
                available.stream()
                        .map(step -> action(step, self))
                        .sorted(Comparator.comparing(ComplaintAction::name))
                        .toList(),
                about == null
                        ? Map.of("self", self)
                        : Map.of(
                                "self",
                                self,
                                "dossier",
                                "/api/v1/agencies/" + it.agency() + "/dossiers/" + about.dossier()));
    }

    private static ComplaintAction action(Class<? extends ComplaintStep> step, String self) {
        var name = NAMES.getOrDefault(step, step.getSimpleName());
        return new ComplaintAction(name, "POST", self + "/" + name, step != ComplaintStep.Withdraw.class);
    }
}
