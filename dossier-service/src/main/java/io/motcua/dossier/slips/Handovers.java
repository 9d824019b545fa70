package io.motcua.dossier.slips;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.forms.Words;
import io.motcua.events.dossier.DossierAccepted;
import io.motcua.events.dossier.DossierApproved;
import io.motcua.events.dossier.DossierAssigned;
import io.motcua.events.dossier.DossierReturned;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.SupplementReceived;
import io.motcua.events.dossier.SupplementRequested;
import io.motcua.platform.history.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a control slip, one for each time that a dossier went from hand to hand. Who the officers are, the history
 * knows by opaque keys only: their names and signatures are dotted lines.
 */
final class Handovers {

    private static final String APPLICANT = "Cá nhân, tổ chức nộp hồ sơ";

    private final Dossier dossier;
    private final String desk;
    private final UnaryOperator<String> unitNames;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private String holder = APPLICANT;

    Handovers(Dossier dossier, String desk, UnaryOperator<String> unitNames) {
        this.dossier = dossier;
        this.desk = desk;
        this.unitNames = unitNames;
    }

    List<Map<String, Object>> rows(List<Entry> past) {
        for (var entry : past) {
            var type = entry.type();
            var worker = holder;
            if (type.equals(DossierAccepted.TYPE.name())) {
                handOver(desk, entry.at(), null, null);
            } else if (type.equals(DossierAssigned.TYPE.name())) {
                var unit = Objects.requireNonNullElse(Sheets.text(entry.data(), "unit"), "");
                handOver(unitNames.apply(unit), entry.at(), late(entry.at()), null);
            } else if (type.equals(SupplementRequested.TYPE.name()) && !rows.isEmpty()) {
                handOver(
                        APPLICANT,
                        entry.at(),
                        late(entry.at()),
                        "Yêu cầu bổ sung, hoàn thiện hồ sơ; tạm dừng tính thời hạn");
                holder = worker;
            } else if (type.equals(SupplementReceived.TYPE.name()) && !rows.isEmpty()) {
                holder = APPLICANT;
                handOver(worker, entry.at(), null, "Đã bổ sung; tiếp tục tính thời hạn");
            } else if (type.equals(DossierApproved.TYPE.name())) {
                handOver(desk, entry.at(), outcome(entry.at()), "Có kết quả giải quyết");
            } else if (type.equals(DossierStopped.TYPE.name())) {
                handOver(desk, entry.at(), outcome(entry.at()), "Dừng giải quyết");
            } else if (type.equals(DossierReturned.TYPE.name())) {
                handOver(APPLICANT, entry.at(), null, "Trả kết quả");
            }
        }
        return rows;
    }

    private void handOver(String to, Instant at, @Nullable String outcome, @Nullable String note) {
        var row = new HashMap<String, Object>();
        row.put("n", rows.size() + 1);
        row.put("from", String.valueOf(Words.printable(holder)));
        row.put("to", String.valueOf(Words.printable(to)));
        row.put("at", String.valueOf(Words.moment(at)));
        row.put("outcome", outcome == null ? "" : outcome);
        row.put("note", note == null ? "" : note);
        rows.add(row);
        holder = to;
    }

    /** A step on the way has no time limit of its own: it is late when the whole is. */
    private @Nullable String late(Instant at) {
        return dossier.onTime(at) ? null : "Quá hạn";
    }

    private String outcome(Instant at) {
        var due = dossier.milestones().dueAt();
        if (!dossier.onTime(at)) {
            return "Quá hạn";
        }
        return due != null && Words.date(at).isBefore(Words.date(due)) ? "Trước hạn" : "Đúng hạn";
    }
}
