package io.motcua.payment.vnpay;

/** The bank answered, but with an error, or with something that the bank has not signed. Asking again at once is no help. */
public class BankRefusal extends RuntimeException {

    BankRefusal(String message) {
        super(message);
    }
}
