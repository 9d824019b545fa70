package io.motcua.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The day by the law's clock: what is in force changes at midnight in Vietnam, wherever this runs. */
@Component
public class Today {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The day that was asked for, today by default. */
    public LocalDate unless(@Nullable LocalDate asOf) {
        return asOf == null ? date() : asOf;
    }
}
