package io.motcua.dossier.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes as they come over a line that may break. */
final class Incoming {

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);
    private static final int AT_ONCE = 16 * 1024;

    private final InputStream body;
    private final Clock clock;
    private boolean ended;
    private boolean broken;

    Incoming(InputStream body, Clock clock) {
        this.body = body;
        this.clock = clock;
    }

    boolean ended() {
        return ended;
    }

    /** Whether the line broke before the sender had said all. */
    boolean broken() {
        return broken;
    }

    /** What comes until there is enough, a pause, or no more; a broken line is an end, too. */
    byte[] next(int most, Duration pause) {
        var since = clock.instant();
        var bytes = new byte[most];
        int size = 0;
        while (size < most
                && !ended
                && (size == 0 || Duration.between(since, clock.instant()).compareTo(pause) < 0)) {
            size += read(bytes, size);
        }
        return Arrays.copyOf(bytes, size);
    }

    private int read(byte[] bytes, int from) {
        try {
            int read = body.read(bytes, from, Math.min(AT_ONCE, bytes.length - from));
            ended = read < 0;
            return Math.max(0, read);
        } catch (IOException e) {
            log.debug("The line broke", e);
            ended = true;
            broken = true;
            return 0;
        }
    }
}
