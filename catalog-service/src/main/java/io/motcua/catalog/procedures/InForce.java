package io.motcua.catalog.procedures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which version of a procedure was in force on a day. The only place where that is said:
 *
 * <ol>
 *   <li>of versions with the same first day the latest published corrects the others;
 *   <li>of what is left and holds on the day, the one that began last supersedes the others.
 * </ol>
 */
public final class InForce {

    private InForce() {}

    /** Of each code at most one, in the order of the codes. */
    public static List<ProcedureVersion> on(LocalDate day, Collection<ProcedureVersion> versions) {
        return versions.stream().collect(Collectors.groupingBy(ProcedureVersion::code)).values().stream()
                .flatMap(it -> one(day, it).stream())
                .sorted(Comparator.comparing(ProcedureVersion::code))
                .toList();
    }

    /** Of the versions of one code. */
    static Optional<ProcedureVersion> one(LocalDate day, Collection<ProcedureVersion> ofOneCode) {
        return corrected(ofOneCode).values().stream()
                .filter(it -> it.holdsOn(day))
                .max(Comparator.comparing(ProcedureVersion::validFrom));
    }

    /** The latest version for each first day. */
    static Map<LocalDate, ProcedureVersion> corrected(Collection<ProcedureVersion> ofOneCode) {
        var latest = new HashMap<LocalDate, ProcedureVersion>();
        for (var it : ofOneCode) {
            latest.merge(it.validFrom(), it, (one, other) -> one.version() > other.version() ? one : other);
        }
        return latest;
    }
}
