package io.motcua.dossier.registers;

import io.motcua.dossier.casework.Reading;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sổ theo dõi hồ sơ: every number that a unit has given in a period, in their order. A number without a dossier says why.
 *
 * @param unitName in Vietnamese, as all of it
 */
public record Register(
        String agency,
        String government,
        String unit,
        String unitName,
        LocalDate from,
        LocalDate to,
        List<Line> lines) {

    public Register {
        lines = List.copyOf(lines);
    }

    /** The numbers that no dossier bears. */
    public long gaps() {
        return lines.stream().filter(it -> it.service() == null).count();
    }

    /**
     * In the order of the form's columns; all but code and note are null where no dossier bears the number.
     *
     * @param subject whose dossier it shows; in no column
     */
    public record Line(
            int number,
            String code,
            @Nullable String service,
            @Nullable String applicant,
            @Nullable String contact,
            @Nullable String handlingUnit,
            @Nullable String receivedOn,
            @Nullable String dueOn,
            @Nullable String handedOverOn,
            @Nullable String resultOn,
            @Nullable String returnedOn,
            @Nullable String returnedBy,
            @Nullable String note,
            Reading.@Nullable Subject subject) {

        static Line gap(int number, String code, String why) {
            return new Line(number, code, null, null, null, null, null, null, null, null, null, null, why, null);
        }
    }
}
