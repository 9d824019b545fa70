package io.motcua.catalog.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far an agency's services are online. Two shares with different denominators, which must not be compared with each
 * other.
 *
 * @param percent fully online and eligible of the eligible, two decimals; null where nothing is eligible
 * @param levelShare fully online of all offered, two decimals; null where nothing is offered
 */
public record Coverage(
        int eligible,
        int fullyOnline,
        int eligibleAndFullyOnline,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal levelShare) {

    Coverage(int offered, int eligible, int fullyOnline, int eligibleAndFullyOnline) {
        this(
                eligible,
                fullyOnline,
                eligibleAndFullyOnline,
                share(eligibleAndFullyOnline, eligible),
                share(fullyOnline, offered));
    }

    private static @Nullable BigDecimal share(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
