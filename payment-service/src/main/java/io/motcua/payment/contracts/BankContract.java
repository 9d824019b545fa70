package io.motcua.payment.contracts;

import io.motcua.platform.history.Audience;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.EntryType;
import io.motcua.platform.history.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An agency's contract with the bank.
 *
 * @param terms the present ones last; former ones stay, because attempts were begun under them
 */
record BankContract(List<Terms> terms) {

    private static final EntryType ENTERED = new EntryType("bank-contract-entered", Audience.INTERNAL, false);
    private static final EntryType SECRET_CHANGED =
            new EntryType("bank-contract-secret-changed", Audience.INTERNAL, false);

    private static final EntryType RESEALED = new EntryType("bank-contract-resealed", Audience.INTERNAL, false);

    /** What the history keeps: never the secret. */
    record Entered(String provider, String tmnCode) {}

    BankContract {
        terms = List.copyOf(terms);
    }

    static BankContract none() {
        return new BankContract(List.of());
    }

    Terms present() {
        return terms.getLast();
    }

    /** New terms; the same merchant once more has changed its secret. */
    Decision<BankContract> enter(String provider, Terms next) {
        var all = new ArrayList<>(terms);
        boolean same = !all.isEmpty() && present().tmnCode().equals(next.tmnCode());
        if (same) {
            var first = all.removeLast();
            all.add(new Terms(next.tmnCode(), next.sealedSecret(), first.since()));
        } else {
            all.add(next);
        }
        var fact = new Fact(same ? SECRET_CHANGED : ENTERED, new Entered(provider, next.tmnCode()));
        return Decision.of(new BankContract(all), fact);
    }

    /** The same secrets under another seal: nothing that a reader could have relied on has changed. */
    Decision<BankContract> reseal(String provider, UnaryOperator<Terms> anew) {
        var next = new BankContract(terms.stream().map(anew).toList());
        return next.equals(this)
                ? Decision.unchanged(this)
                : Decision.quietly(
                        next, new Fact(RESEALED, new Entered(provider, present().tmnCode())));
    }
}
