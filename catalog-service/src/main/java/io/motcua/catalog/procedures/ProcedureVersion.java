package io.motcua.catalog.procedures;

import io.motcua.events.catalog.ProcedureVersionRecorded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One published version of a procedure. Its content never changes; that it was withdrawn is added to it.
 *
 * @param version counts from 1 in the order of publication, which need not be the order of validity
 */
public record ProcedureVersion(
        String agency,
        String code,
        int version,
        Procedure content,
        @Nullable Withdrawal withdrawal) {

    static final String PUBLISHED = "PUBLISHED";
    static final String WITHDRAWN = "WITHDRAWN";

    static String id(String agency, String code, int version) {
        return agency + "/" + code + "/" + version;
    }

    public String status() {
        return withdrawal == null ? PUBLISHED : WITHDRAWN;
    }

    /** Moved by the one change that a version can see. */
    public long revision() {
        return withdrawal == null ? 1 : 2;
    }

    public LocalDate validFrom() {
        return content.validFrom();
    }

    public @Nullable LocalDate validTo() {
        return withdrawal == null ? content.validTo() : withdrawal.lastDay();
    }

    /** By its own days alone; whether another version took its place is for {@link InForce} to say. */
    boolean holdsOn(LocalDate day) {
        var last = validTo();
        return !day.isBefore(validFrom()) && (last == null || !day.isAfter(last));
    }

    ProcedureVersion withdrawn(Withdrawal reason) {
        return new ProcedureVersion(agency, code, version, content, reason);
    }

    ProcedureVersionRecorded announcement() {
        return new ProcedureVersionRecorded(
                agency,
                code,
                version,
                status(),
                content.names(),
                content.tier(),
                content.sector(),
                content.audiences(),
                content.levelScheme(),
                content.levelCode(),
                content.eligibility().status(),
                content.intakePolicy(),
                content.channels(),
                content.components(),
                content.receivingUnit(),
                content.calendar(),
                content.result(),
                content.minimumIdentityLevel(),
                validFrom(),
                validTo(),
                content.sample(),
                content.form());
    }
}
