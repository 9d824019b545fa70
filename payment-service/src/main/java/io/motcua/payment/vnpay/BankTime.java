package io.motcua.payment.vnpay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The bank's dates: GMT+7, to the second. */
final class BankTime {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private BankTime() {}

    static String of(Instant instant) {
        return FORMAT.format(instant.atOffset(ZONE));
    }

    /** Nothing if it is no date: what the bank says beside the fact of payment is no reason to refuse the fact. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, FORMAT).toInstant(ZONE));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
