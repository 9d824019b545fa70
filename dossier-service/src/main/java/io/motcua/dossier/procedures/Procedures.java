package io.motcua.dossier.procedures;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.events.Names;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The catalogue as this service knows it. While its first reading is not complete, what it does not know yet is answered
 * with a problem {@code NOT_READY} and not with "unknown".
 */
public interface Procedures {

    /** Throws a problem 404 if there is no such agency. */
    void requireAgency(String agency);

    Optional<Names> agency(String agency);

    /** The terms of the version in force on a day, for one channel; a problem if the channel is not open. */
    Terms terms(String agency, String service, Channel channel, LocalDate on);

    /** Throws a problem 422 that names the fields if the form does not fit the version's schema. */
    void requireForm(String agency, String service, int version, String form);

    WorkingCalendar calendar(String agency, String name);

    /** The name of a unit of the agency. */
    Optional<Names> unit(String agency, String unit);

    /** Throws a problem 422 if the agency has no such unit. */
    void requireUnit(String agency, String unit);
}
