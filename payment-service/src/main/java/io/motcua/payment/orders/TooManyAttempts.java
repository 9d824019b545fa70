package io.motcua.payment.orders;

/** An order was tried too often. */
public class TooManyAttempts extends RuntimeException {

    private final int most;

    TooManyAttempts(int most) {
        super("More than " + most + " attempts");
        this.most = most;
    }

    public int most() {
        return most;
    }
}
