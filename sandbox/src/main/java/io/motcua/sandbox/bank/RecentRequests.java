package io.motcua.sandbox.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** Request ids of the last five minutes, within which VNPAY takes none twice. */
@Component
class RecentRequests {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final SequencedMap<String, Instant> seen = new LinkedHashMap<>();

    RecentRequests(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean firstTime(String merchant, String requestId) {
        var now = clock.instant();
        while (!seen.isEmpty() && seen.firstEntry().getValue().isBefore(now.minus(WINDOW))) {
            seen.pollFirstEntry();
        }
        return seen.putIfAbsent(merchant + "/" + requestId, now) == null;
    }
}
