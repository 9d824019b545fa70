package io.motcua.catalog.procedures;

import io.motcua.catalog.CatalogProblem;
import io.motcua.catalog.Today;
import io.motcua.catalog.agencies.Agencies;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes versions out of force. A withdrawal is about the past and holds at once, so everybody can act on the word
 * {@code WITHDRAWN} alone; an end that is planned is a new version with a last day.
 */
@Component
public class Withdrawals {

    private final Agencies agencies;
    private final Procedures procedures;
    private final Today today;

    Withdrawals(Agencies agencies, Procedures procedures, Today today) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.today = today;
    }

    /** @param lastDay on which the version was in force; yesterday by default */
    public record Order(
            @Nullable LocalDate lastDay,
            String reason,
            @Nullable String decision) {}

    public ProcedureVersion withdraw(
            String agency, String code, int version, Order order, Cause cause, Actor actor, long expectedRevision) {
        agencies.get(agency);
        var lastDay = order.lastDay() == null ? today.date().minusDays(1) : order.lastDay();
        if (!lastDay.isBefore(today.date())) {
            throw new Problem(CatalogProblem.INVALID_FIELD).at("/lastDay", "not-past", lastDay);
        }
        var withdrawal = new Withdrawal(lastDay, order.reason(), order.decision());
        return procedures.withdraw(agency, code, version, withdrawal, cause, actor, expectedRevision);
    }
}
