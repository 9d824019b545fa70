package io.motcua.payment.vnpay;

import java.util.List;

/** The contracts that agencies have entered. */
public interface Contracts {

    /**
     * Those of an agency, oldest first. A former one still counts for what was begun under it: the bank reports and is
     * asked by its name of the merchant.
     */
    List<Contract> of(String agency);
}
