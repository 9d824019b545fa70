package io.motcua.payment.settlements;

/** What a report of the bank came to. */
public enum Settlement {

    /** It took effect, or was noted, for the first time. */
    APPLIED,

    /** The same was known before. */
    REPEATED,

    /** We have no such attempt at this merchant. */
    UNKNOWN_ORDER,

    /** It is about another amount than the one owed; noted, and nothing more. */
    OTHER_AMOUNT
}
