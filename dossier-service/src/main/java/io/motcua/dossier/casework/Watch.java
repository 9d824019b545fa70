package io.motcua.dossier.casework;

import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.dossier.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When the clock will speak up about a running dossier, and what it has said already.
 *
 * @param said what is not said again: a pause moves the due date and leaves as much time as there was
 */
public record Watch(Instant dueSoonAt, Instant apologyAt, List<Alarm> said) {

    public Watch {
        said = List.copyOf(said);
    }

    static Watch over(Reckoning reckoning, List<Alarm> said, WorkingCalendar calendar, Leads leads) {
        var due = reckoning.dueAt();
        var available = calendar.between(reckoning.acceptedAt(), reckoning.firstDueAt());
        return new Watch(
                calendar.before(due, Leads.within(leads.dueSoon(), available)),
                calendar.before(due, Leads.within(leads.apology(), available)),
                said);
    }

    /** A new appointment comes near in its turn. */
    Watch again(Instant now, Instant appointment, WorkingCalendar calendar, Leads leads) {
        var lead = Leads.within(leads.dueSoon(), calendar.between(now, appointment));
        var still = new ArrayList<>(said);
        still.remove(Alarm.DUE_SOON);
        return new Watch(calendar.before(appointment, lead), apologyAt, still).having(List.of(Alarm.APOLOGY));
    }

    Watch having(Collection<Alarm> more) {
        var all = new ArrayList<>(said);
        more.stream().filter(it -> !all.contains(it)).forEach(all::add);
        return new Watch(dueSoonAt, apologyAt, all);
    }
}
