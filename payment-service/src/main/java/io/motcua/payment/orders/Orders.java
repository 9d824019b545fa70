package io.motcua.payment.orders;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Decided;
import io.motcua.platform.history.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All fee orders. */
public interface Orders {

    /** Opens the order of a demand; the same cause again finds the order that it has opened. */
    Decided<Order> open(String agency, Cause cause, Actor actor, Demand demand);

    /** Lets a command take effect once for its cause; {@link Decided#applied()} says whether it was this time. */
    Decided<Order> perform(String agency, String id, Cause cause, Actor actor, Command command);

    /** Has the bank asked about an attempt at a later time. */
    void askLater(String agency, String id, int attempt, Instant at);

    Optional<Snapshot<Order>> find(String agency, String id);

    /** For who knows no agency: a bank's merchant may serve several. */
    Optional<Snapshot<Order>> findAnywhere(String id);

    List<Snapshot<Order>> ofDossier(String agency, String dossier);

    /** Orders with an attempt about which the bank is to be asked by now, the longest waiting first. */
    List<Snapshot<Order>> toBeAsked(Instant now, int limit);

    /** Open orders whose term has ended by now. */
    List<Snapshot<Order>> overdue(Instant now, int limit);
}
