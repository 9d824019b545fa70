package io.motcua.payment.vnpay;

/** What an agency has agreed with the bank cannot be read: its affair alone, and nothing to be replaced by another's merchant. */
public class ContractUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public ContractUnusable(String message) {
        super(message);
    }
}
