package io.motcua.payment.orders;

/** Where an order stands. */
public enum OrderStatus {

    /** Owed. */
    OPEN,

    /** The bank has confirmed one attempt. */
    PAID,

    /** The dossier ended before it was paid; what still comes in is to be given back. */
    CANCELLED,

    /** Its term is over: no new attempt, but money on its way still counts, for the dossier still owes it. */
    EXPIRED
}
