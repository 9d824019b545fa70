package io.motcua.payment.orders;

/** An attempt was to be started on an order that is paid, cancelled or expired. */
public class OrderNotOpen extends RuntimeException {

    private final OrderStatus status;

    OrderNotOpen(OrderStatus status) {
        super("The order is " + status);
        this.status = status;
    }

    public OrderStatus status() {
        return status;
    }
}
