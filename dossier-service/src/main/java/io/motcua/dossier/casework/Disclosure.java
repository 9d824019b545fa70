package io.motcua.dossier.casework;

import static io.motcua.dossier.casework.Insight.FULL;
import static io.motcua.dossier.casework.Insight.MASKED;
import static io.motcua.dossier.casework.Role.AGENCY_ADMIN;
import static io.motcua.dossier.casework.Role.APPLICANT;
import static io.motcua.dossier.casework.Role.AUDITOR;
import static io.motcua.dossier.casework.Role.LEADER;
import static io.motcua.dossier.casework.Role.RECEPTIONIST;
import static io.motcua.dossier.casework.Role.SPECIALIST;
import static io.motcua.dossier.casework.Status.ACCEPTED;
import static io.motcua.dossier.casework.Status.DONE;
import static io.motcua.dossier.casework.Status.PAYMENT_DUE;
import static io.motcua.dossier.casework.Status.PROCESSING;
import static io.motcua.dossier.casework.Status.SUBMITTED;
import static io.motcua.dossier.casework.Status.SUPPLEMENT_DUE;
import static io.motcua.dossier.casework.Status.WITHDRAWAL_ASKED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sees how much of whose data, and what for; nothing else says so. The first row that fits holds. Who has no task with a
 * dossier sees it masked, unless he says that he inspects it or handles a complaint: the citizen sees that he did.
 */
final class Disclosure {

    private static final Set<Status> ANY = EnumSet.allOf(Status.class);

    static final List<Row> ROWS = List.of(
            new Row(APPLICANT, ANY, When.ALWAYS, Purpose.INTAKE, FULL),
            new Row(RECEPTIONIST, EnumSet.of(SUBMITTED, SUPPLEMENT_DUE, ACCEPTED), When.ALWAYS, Purpose.INTAKE, FULL),
            new Row(RECEPTIONIST, EnumSet.of(WITHDRAWAL_ASKED), When.ALWAYS, Purpose.PROCESSING, FULL),
            new Row(RECEPTIONIST, EnumSet.of(DONE), When.ALWAYS, Purpose.RETURNING, FULL),
            new Row(
                    SPECIALIST,
                    EnumSet.of(PROCESSING, PAYMENT_DUE, SUPPLEMENT_DUE, WITHDRAWAL_ASKED),
                    When.IN_CHARGE,
                    Purpose.PROCESSING,
                    FULL),
            new Row(LEADER, EnumSet.of(PROCESSING, WITHDRAWAL_ASKED), When.ALWAYS, Purpose.SIGNING, FULL),
            new Row(LEADER, ANY, When.COMPLAINT_STATED, Purpose.COMPLAINT, FULL),
            new Row(LEADER, ANY, When.INSPECTION_STATED, Purpose.INSPECTION, FULL),
            new Row(AUDITOR, ANY, When.COMPLAINT_STATED, Purpose.COMPLAINT, FULL),
            new Row(AUDITOR, ANY, When.INSPECTION_STATED, Purpose.INSPECTION, FULL),
            new Row(RECEPTIONIST, ANY, When.ALWAYS, Purpose.OVERVIEW, MASKED),
            new Row(SPECIALIST, ANY, When.ALWAYS, Purpose.OVERVIEW, MASKED),
            new Row(LEADER, ANY, When.ALWAYS, Purpose.OVERVIEW, MASKED),
            new Row(AUDITOR, ANY, When.ALWAYS, Purpose.INSPECTION, MASKED),
            new Row(AGENCY_ADMIN, ANY, When.ALWAYS, Purpose.OVERVIEW, MASKED));

    private Disclosure() {}

    /** @param purpose what such a reader reads for, if he says nothing else */
    record Row(Role role, Set<Status> states, When when, Purpose purpose, Insight insight) {}

    enum When {
        ALWAYS,
        /** The dossier is his, or his unit's; where the catalogue knows no unit of his, that of no named officer. */
        IN_CHARGE,
        COMPLAINT_STATED,
        INSPECTION_STATED;

        boolean holds(Dossier dossier, Party party, @Nullable String unit, @Nullable Purpose stated) {
            return switch (this) {
                case ALWAYS -> true;
                case IN_CHARGE -> inCharge(dossier.assignment(), party, unit);
                case COMPLAINT_STATED -> stated == Purpose.COMPLAINT;
                case INSPECTION_STATED -> stated == Purpose.INSPECTION;
            };
        }

        private static boolean inCharge(@Nullable Assignment assignment, Party party, @Nullable String unit) {
            if (assignment == null) {
                return false;
            }
            return party.person().equals(assignment.officer())
                    || (unit == null ? assignment.officer() == null : unit.equals(assignment.unit()));
        }
    }

    /** @param unit the party's, if the catalogue names one */
    static Row of(Dossier dossier, Party party, @Nullable String unit, @Nullable Purpose stated) {
        var roles = party.towards(dossier);
        return ROWS.stream()
                .filter(it -> roles.contains(it.role()) && it.states().contains(dossier.status()))
                .filter(it -> it.when().holds(dossier, party, unit, stated))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Who may read it has a row"));
    }
}
