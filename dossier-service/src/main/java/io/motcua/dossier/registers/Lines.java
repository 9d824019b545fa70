package io.motcua.dossier.registers;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.ReturnChannel;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.forms.Words;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dossier as a line of the register. */
final class Lines {

    private Lines() {}

    static Register.Line of(int place, Dossier dossier, Function<String, String> unitName) {
        var at = dossier.milestones();
        var applicant = dossier.applicant();
        var assignment = dossier.assignment();
        var contact = Stream.of(applicant.address(), applicant.phone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Register.Line(
                place,
                Objects.requireNonNull(dossier.code()),
                dossier.terms().names().vi(),
                applicant.name(),
                contact.isEmpty() ? null : contact,
                unitName.apply(assignment == null ? dossier.terms().unit() : assignment.unit()),
                date(at.acceptedAt()),
                date(dossier.appointment()),
                assignment == null ? null : date(assignment.assignedAt()),
                date(at.approvedAt()),
                date(at.returnedAt()),
                returned(dossier.returnedBy()),
                note(dossier),
                Reading.Subject.of(dossier));
    }

    private static @Nullable String returned(@Nullable ReturnChannel channel) {
        return switch (channel) {
            case COUNTER -> "Trực tiếp";
            case POST -> "Bưu chính công ích";
            case ONLINE -> "Trực tuyến";
            case null -> null;
        };
    }

    /** What the columns do not say: how it stands or ended, and whether it is late. */
    private static @Nullable String note(Dossier dossier) {
        var at = dossier.milestones();
        var answered = at.approvedAt() == null ? at.endedAt() : at.approvedAt();
        var late = answered != null && at.acceptedAt() != null && !dossier.onTime(answered);
        var status = dossier.status() == Status.RETURNED
                ? null
                : dossier.status().names().vi();
        var parts = Stream.of(status, dossier.endReason(), late ? "Quá hạn" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return parts.isEmpty() ? null : parts;
    }

    private static @Nullable String date(@Nullable Instant at) {
        return at == null ? null : Words.figures(Words.date(at));
    }
}
