package io.motcua.sandbox.bank;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** {@code yyyyMMddHHmmss} at GMT+7, VNPAY's only way to write a time. */
final class BankTime {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private BankTime() {}

    static String write(Instant instant) {
        return FORMAT.format(instant.atOffset(VIETNAM));
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, FORMAT).toInstant(VIETNAM));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** The hour and minute, for people. */
    static String clock(Instant instant) {
        return CLOCK.format(instant.atOffset(VIETNAM));
    }

    /** The part of a written time within which a merchant's references are unique. */
    static String day(String written) {
        return written.substring(0, 8);
    }
}
