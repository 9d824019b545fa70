package io.motcua.dossier.procedures;

import io.motcua.dossier.deadlines.TimeLimit;
import io.motcua.events.Names;
import java.util.List;

/**
 * What one version of a procedure says to a dossier that comes in through one channel. It travels with the dossier, so
 * that a later version of the procedure changes nothing for it.
 *
 * @param unit the receiving unit, whose identifier begins the dossier code
 * @param calendar the name of the agency's calendar that the clock follows
 */
public record Terms(
        String service,
        int version,
        Names names,
        String unit,
        String calendar,
        TimeLimit limit,
        List<Paper> papers,
        List<IntakeFee> fees,
        int minimumIdentityLevel) {

    public Terms {
        papers = List.copyOf(papers);
        fees = List.copyOf(fees);
    }
}
