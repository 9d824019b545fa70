package io.motcua.dossier.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which alarms are set on a dossier as it stands. While the applicant is waited for, only his own time runs. */
record Alarms(
        Status status,
        Milestones at,
        @Nullable SupplementCall supplement,
        @Nullable Watch watch,
        @Nullable Lapse lapse) {

    @Nullable
    Instant next() {
        var set = set();
        return set.isEmpty() ? null : Collections.min(set.values());
    }

    /** Those whose time has come; never early, and at the very instant. */
    Set<Alarm> ringing(Instant now) {
        var ringing = EnumSet.noneOf(Alarm.class);
        set().forEach((alarm, when) -> {
            if (!when.isAfter(now)) {
                ringing.add(alarm);
            }
        });
        return ringing;
    }

    private Map<Alarm, Instant> set() {
        var set = new EnumMap<Alarm, Instant>(Alarm.class);
        if (status == Status.DRAFT && lapse != null) {
            if (!lapse.told()) {
                set.put(Alarm.DRAFT_FORGOTTEN, lapse.tellAt());
            } else {
                set.put(Alarm.DRAFT_EXPIRED, lapse.eraseAt());
            }
            return set;
        }
        if (status == Status.SUPPLEMENT_DUE) {
            if (supplement != null && supplement.deadline() != null) {
                set.put(Alarm.SUPPLEMENT_EXPIRED, supplement.deadline());
            }
            return set;
        }
        var due = at.dueAt();
        if (watch == null || due == null || at.pause() != null || at.approvedAt() != null || at.endedAt() != null) {
            return set;
        }
        set.put(Alarm.DUE_SOON, watch.dueSoonAt());
        set.put(Alarm.APOLOGY, watch.apologyAt());
        set.put(Alarm.OVERDUE, due);
        watch.said().forEach(set::remove);
        return set;
    }
}
