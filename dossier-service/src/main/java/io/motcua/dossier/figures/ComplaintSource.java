package io.motcua.dossier.figures;

import io.motcua.dossier.complaints.Complaint;
import io.motcua.dossier.complaints.Complaints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Complaints count on the day on which they were filed, unless they are withdrawn or declined. */
@Component
@Order(2)
class ComplaintSource implements Source {

    /** What is about no dossier is about no service, and perhaps about no unit. */
    private static final String NONE = "-";

    private final Complaints complaints;
    private final Matters matters;

    ComplaintSource(Complaints complaints, Matters matters) {
        this.complaints = complaints;
        this.matters = matters;
    }

    @Override
    public Map<String, Long> waiting() {
        return complaints.uncounted();
    }

    @Override
    public Optional<Load> load(String agency, int limit) {
        var complete = matters.complete();
        var found = complaints.uncounted(agency, limit);
        var entries = new ArrayList<Entry>();
        for (var it : found) {
            var complaint = it.complaint().state();
            var about = complaint.about();
            var matter =
                    about == null ? Optional.<Matter>empty() : matters.find(agency, about.service(), about.version());
            if (about != null && matter.isEmpty() && !complete) {
                return Optional.empty();
            }
            entries.add(entry(complaint, it.complaint().seq(), matter.map(Matter::sector)));
        }
        return Optional.of(new Load(found.size(), List.copyOf(entries), () -> complaints.counted(found)));
    }

    static Entry entry(Complaint complaint, long seq, Optional<String> sector) {
        var about = complaint.about();
        var measure = about == null ? Measure.COMPLAINED_GENERALLY : Measure.COMPLAINED;
        boolean counts = switch (complaint.state()) {
            case FILED, IN_HANDLING, ANSWERED -> true;
            case DECLINED, WITHDRAWN -> false;
        };
        return new Entry(
                "complaint:" + complaint.id(),
                seq,
                complaint.unit() == null ? NONE : complaint.unit(),
                about == null ? NONE : sector.orElse(Matter.UNKNOWN_SECTOR),
                about == null ? NONE : about.service(),
                counts ? List.of(Part.one(measure, complaint.filedAt())) : List.of());
    }

    @Override
    public Optional<Instant> waitingSince(String agency) {
        return complaints.uncountedSince(agency);
    }

    @Override
    public void waitAgain(String agency, Instant since) {
        complaints.uncountAll(agency, since);
    }
}
