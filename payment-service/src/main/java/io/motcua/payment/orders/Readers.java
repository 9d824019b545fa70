package io.motcua.payment.orders;

import io.motcua.platform.security.Caller;
import java.util.List;

/** Who may see an order: who pays it, and the officers of the agency who work with it or look after those who do. */
public final class Readers {

    private static final List<String> ROLES = List.of("accountant", "receptionist", "specialist", "leader", "auditor");

    private Readers() {}

    public static boolean isOfficer(Caller caller, String agency) {
        return ROLES.stream().anyMatch(role -> caller.has(agency, role));
    }

    public static boolean isPayer(Caller caller, Order order) {
        return order.payer().person().equals(caller.person());
    }
}
