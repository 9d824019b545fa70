package io.motcua.dossier.casework;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.procedures.Terms;
import io.motcua.events.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision needs of the world around the dossier; asked only when every guard has passed. */
interface Office {

    Instant now();

    /** An id that is the same whenever the same cause asks with the same salt. */
    String id(String salt);

    /** The terms in force today for the dossier's procedure and channel. */
    Terms terms(Dossier dossier);

    /** The dossier's one code, claimed for it now or before. */
    String code(Dossier dossier, Terms terms);

    /** Throws a problem that names the fields if the form does not fit what these terms ask for. */
    void requireForm(Dossier dossier, Terms terms);

    WorkingCalendar calendar(Dossier dossier);

    /** Throws a problem if the agency has no such unit. */
    void requireUnit(String unit);

    /** Whether what the agency issues is signed. */
    boolean signs();

    Leads leads();

    Keeping keeping();

    /** Where a unit's officers and leaders read what concerns them, sealed; null if nobody has said. */
    @Nullable
    Recipient mailbox(String unit);

    /** Whom to tell, with the address sealed for the service that writes to it. */
    Recipient recipient(Dossier dossier);
}
