package io.motcua.payment.vnpay;

/** The bank, as far as we ask it something. */
public interface Bank {

    /**
     * What has become of an attempt.
     *
     * @throws BankUnavailable if it does not answer in time
     * @throws BankRefusal if its answer cannot be used
     */
    BankReport ask(Merchant merchant, Inquiry inquiry);
}
