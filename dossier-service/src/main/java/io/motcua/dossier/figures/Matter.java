package io.motcua.dossier.figures;

import io.motcua.events.catalog.ProcedureVersionRecorded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What figures must know of one version of a procedure. Days are text, which every store keeps the same.
 *
 * @param online whether dossiers can be filed online
 * @param whollyOnline whether the citizen need never come
 */
record Matter(
        String agency,
        String service,
        int version,
        boolean published,
        String nameVi,
        @Nullable String nameEn,
        String sector,
        boolean online,
        boolean whollyOnline,
        String validFrom,
        @Nullable String validTo) {

    static final String UNKNOWN_SECTOR = "UNKNOWN";

    static Matter of(ProcedureVersionRecorded event, FigureSettings settings) {
        return new Matter(
                event.agency(),
                event.code(),
                event.version(),
                event.status().equals("PUBLISHED"),
                event.names().vi(),
                event.names().en(),
                event.sector(),
                event.channels().stream().anyMatch(it -> it.channel().equals("ONLINE")),
                settings.whollyOnline(event.levelScheme(), event.levelCode()),
                event.validFrom().toString(),
                event.validTo() == null ? null : event.validTo().toString());
    }

    String id() {
        return id(agency, service, version);
    }

    static String id(String agency, String service, int version) {
        return String.join("/", agency, service, Integer.toString(version));
    }

    boolean inForce(LocalDate on) {
        return published
                && !on.isBefore(LocalDate.parse(validFrom))
                && (validTo == null || !on.isAfter(LocalDate.parse(validTo)));
    }
}
