package io.motcua.dossier.casework;

import java.time.Duration;

/**
 * How long before a due date something happens, in opening time; at most half of the time that there was, so that no short
 * limit is "due soon" from its first minute.
 *
 * @param dueSoon when the office is reminded
 * @param apology when an apology is drafted
 * @param extension how far after the due date the draft puts the new appointment
 */
public record Leads(Duration dueSoon, Duration apology, Duration extension) {

    static Duration within(Duration lead, Duration available) {
        var half = available.dividedBy(2);
        return lead.compareTo(half) <= 0 ? lead : half;
    }
}
