package io.motcua.dossier.casework;

import java.time.Instant;

/**
 * How long a draft is kept that nobody touches.
 *
 * @param tellAt when its applicant is told
 * @param told whether he has been told since it was touched last
 * @param erased whether what it said of a person is gone
 */
public record Lapse(Instant tellAt, Instant eraseAt, boolean told, boolean erased) {

    static Lapse since(Instant touchedAt, Keeping keeping) {
        return new Lapse(touchedAt.plus(keeping.untilTold()), touchedAt.plus(keeping.untilErased()), false, false);
    }

    /** Whoever was told late, after an outage, has no less time. */
    Lapse telling(Instant now, Keeping keeping) {
        var left = keeping.untilErased().minus(keeping.untilTold());
        var erase = now.plus(left);
        return new Lapse(tellAt, erase.isAfter(eraseAt) ? erase : eraseAt, true, false);
    }

    Lapse erasing() {
        return new Lapse(tellAt, eraseAt, true, true);
    }
}
