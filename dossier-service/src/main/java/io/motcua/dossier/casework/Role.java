package io.motcua.dossier.casework;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In what capacity somebody acts on a dossier. */
public enum Role {
    /** Whose dossier it is; or staff who file in his name. */
    APPLICANT,
    /** One-stop officer (cán bộ tiếp nhận). */
    RECEPTIONIST,
    /** Chuyên viên. */
    SPECIALIST,
    /** Lãnh đạo: signs. */
    LEADER,
    /** Reads only. */
    AGENCY_ADMIN,
    /** Reads only. */
    AUDITOR,
    /** Another service's event. */
    SYSTEM;

    /** Those that tokens grant. */
    static final Set<Role> OF_STAFF = EnumSet.of(RECEPTIONIST, SPECIALIST, LEADER, AGENCY_ADMIN, AUDITOR);

    /** As it is written in tokens and histories. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
