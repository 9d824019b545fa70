package io.motcua.payment.orders;

import io.motcua.events.EventType;
import io.motcua.events.payment.OrderOpened;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.events.payment.RefundProposed;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an order's history can hold. */
final class Entries {

    static final EntryType OPENED = published(OrderOpened.TYPE);
    static final EntryType CONFIRMED = published(PaymentConfirmed.TYPE);
    static final EntryType FAILED = published(PaymentFailed.TYPE);
    static final EntryType REFUND_PROPOSED = published(RefundProposed.TYPE);

    static final EntryType ATTEMPT_STARTED = kept("attempt-started", Audience.PARTIES);
    static final EntryType ATTEMPT_CLOSED = kept("attempt-closed", Audience.PARTIES);
    static final EntryType CANCELLED = kept("cancelled", Audience.PARTIES);
    static final EntryType EXPIRED = kept("expired", Audience.PARTIES);
    static final EntryType NOTED = kept("noted", Audience.INTERNAL);

    record AttemptStarted(int attempt, Instant expiresAt) {}

    record AttemptClosed(int attempt, Attempt.Status status, String reason) {}

    record Ended(String reason) {}

    /**
     * A fact that changed nothing.
     *
     * @param fact the name of the command
     */
    record Note(
            String fact,
            @Nullable Integer attempt,
            @Nullable String detail) {}

    private Entries() {}

    private static EntryType published(EventType<?> type) {
        return new EntryType(type.name(), Audience.PARTIES, true);
    }

    private static EntryType kept(String name, Audience audience) {
        return new EntryType(name, audience, false);
    }
}
