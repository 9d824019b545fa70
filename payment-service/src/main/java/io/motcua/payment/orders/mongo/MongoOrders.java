package io.motcua.payment.orders.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.motcua.payment.orders.Command;
import io.motcua.payment.orders.Demand;
import io.motcua.payment.orders.Order;
import io.motcua.payment.orders.OrderStatus;
import io.motcua.payment.orders.Orders;
import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Repository;

@Repository
class MongoOrders implements Orders {

    /** Nobody demands more than this of one dossier. */
    private static final int MOST_OF_DOSSIER = 500;

    private static final Actor CLOCKWORK = Actor.system("payment-service");

    private final Aggregates<Order> aggregates;
    private final Clock clock;

    MongoOrders(Aggregates<Order> aggregates, Clock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    @Override
    public Decided<Order> open(String agency, Cause cause, Actor actor, Demand demand) {
        var id = cause.derivedId("order");
        return aggregates.create(id, agency, cause, actor, Order.open(id, demand, clock.instant()));
    }

    @Override
    public Decided<Order> perform(String agency, String id, Cause cause, Actor actor, Command command) {
        return aggregates.decide(
                agency, id, cause, actor, null, order -> order.state().handle(id, command, clock.instant()));
    }

    @Override
    public void askLater(String agency, String id, int attempt, Instant at) {
        var cause = Cause.event("ask/" + id + "/" + attempt + "/" + at.toEpochMilli());
        aggregates.decide(
                agency, id, cause, CLOCKWORK, null, order -> order.state().askLater(attempt, at));
    }

    @Override
    public Optional<Snapshot<Order>> find(String agency, String id) {
        return aggregates.find(agency, id);
    }

    @Override
    public Optional<Snapshot<Order>> findAnywhere(String id) {
        return aggregates.findAcrossAgencies(where("_id").is(id), Sort.by("_id"), 1).stream()
                .findFirst();
    }

    @Override
    public List<Snapshot<Order>> ofDossier(String agency, String dossier) {
        return aggregates.find(
                agency, where("state.dossier").is(dossier), Sort.by("createdAt", "_id"), MOST_OF_DOSSIER);
    }

    @Override
    public List<Snapshot<Order>> toBeAsked(Instant now, int limit) {
        return aggregates.findAcrossAgencies(where("state.askAt").lte(now), Sort.by("state.askAt", "_id"), limit);
    }

    @Override
    public List<Snapshot<Order>> overdue(Instant now, int limit) {
        return aggregates.findAcrossAgencies(
                where("state.status")
                        .is(OrderStatus.OPEN.name())
                        .and("state.expiresAt")
                        .lte(now),
                Sort.by("state.expiresAt", "_id"),
                limit);
    }
}
