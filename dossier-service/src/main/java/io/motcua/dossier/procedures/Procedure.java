package io.motcua.dossier.procedures;

import io.motcua.dossier.deadlines.TimeLimit;
import io.motcua.events.Names;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a procedure, as far as dossiers care; its days are text, which every store and zone keeps the same. */
record Procedure(
        String agency,
        String code,
        int version,
        boolean published,
        boolean onlineOnly,
        Names names,
        List<Row> rows,
        List<Paper> papers,
        String unit,
        String calendar,
        int minimumIdentityLevel,
        String validFrom,
        @Nullable String validTo,
        @Nullable String form) {

    /** Time limit and fees of one channel. */
    record Row(String channel, TimeLimit limit, List<IntakeFee> fees) {}

    static Procedure of(ProcedureVersionRecorded event) {
        return new Procedure(
                event.agency(),
                event.code(),
                event.version(),
                event.status().equals("PUBLISHED"),
                event.intakePolicy().equals("ONLINE_ONLY"),
                event.names(),
                event.channels().stream()
                        .map(it -> new Row(
                                it.channel(),
                                new TimeLimit(
                                        it.limit().amount(),
                                        TimeLimit.Unit.valueOf(it.limit().unit())),
                                it.fees().stream()
                                        .filter(fee -> fee.collectAt().equals("INTAKE")
                                                && fee.amount().amount() > 0)
                                        .map(fee -> new IntakeFee(fee.kind(), fee.name(), fee.amount()))
                                        .toList()))
                        .toList(),
                event.components().stream()
                        .map(it -> new Paper(it.id(), it.name(), it.required(), it.contentTypes()))
                        .toList(),
                event.receivingUnit(),
                event.calendar(),
                event.minimumIdentityLevel(),
                event.validFrom().toString(),
                event.validTo() == null ? null : event.validTo().toString(),
                event.form());
    }

    String id() {
        return id(agency, code, version);
    }

    static String id(String agency, String code, int version) {
        return String.join("/", agency, code, Integer.toString(version));
    }

    boolean inForce(LocalDate on) {
        return published
                && !on.isBefore(LocalDate.parse(validFrom))
                && (validTo == null || !on.isAfter(LocalDate.parse(validTo)));
    }

    Optional<Terms> terms(Channel channel) {
        return rows.stream()
                .filter(it -> it.channel().equals(channel.catalogued()))
                .findFirst()
                .map(it -> new Terms(
                        code, version, names, unit, calendar, it.limit(), papers, it.fees(), minimumIdentityLevel));
    }
}
