package io.motcua.dossier.casework;

import io.motcua.dossier.procedures.Officers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where personal data are shown: says how much of them, and notes it first if the reader is no party of the dossier. */
@Component
public class ReadingRoom {

    private final Readings readings;
    private final Officers officers;
    private final Purposes purposes;
    private final Clock clock;

    ReadingRoom(Readings readings, Officers officers, Purposes purposes, Clock clock) {
        this.readings = readings;
        this.officers = officers;
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Comes back when the reading is kept: an answer is never there without it. */
    public Insight opened(Dossier dossier, Party party, Reading.What what) {
        if (party.owns(dossier) || party.isRepresentedIn(dossier)) {
            return Insight.FULL;
        }
        var unit = unit(dossier.agency(), party);
        var stated = purposes.stated().orElse(null);
        var row = Disclosure.of(dossier, party, unit, stated);
        // Who keeps a dossier in the applicant's name does so from the counter.
        var role = row.role() == Role.APPLICANT ? Role.RECEPTIONIST : row.role();
        readings.keep(List.of(new Reading(
                UUID.randomUUID().toString(),
                dossier.agency(),
                dossier.id(),
                dossier.applicant().person(),
                party.person(),
                role,
                unit,
                stated == null ? row.purpose() : stated,
                what,
                row.insight(),
                clock.instant())));
        return row.insight();
    }

    /** Lines of the register, which is kept in full. */
    public void listed(String agency, Party party, List<Reading.Subject> subjects) {
        var unit = unit(agency, party);
        var purpose = purposes.stated().orElse(Purpose.OVERVIEW);
        var role = Role.OF_STAFF.stream().filter(party::has).findFirst().orElseThrow();
        var now = clock.instant();
        readings.keep(subjects.stream()
                .map(it -> new Reading(
                        UUID.randomUUID().toString(),
                        agency,
                        it.dossier(),
                        it.person(),
                        party.person(),
                        role,
                        unit,
                        purpose,
                        Reading.What.REGISTER,
                        Insight.FULL,
                        now))
                .toList());
    }

    private @Nullable String unit(String agency, Party party) {
        return officers.unit(agency, party.person()).orElse(null);
    }
}
