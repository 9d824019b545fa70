package io.motcua.platform.placement;

import io.motcua.platform.consumption.Share;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies have instances of their own, and so whom this one serves. Placement is data, not liveness: nothing here
 * asks who is running. Answers come from memory, so they outlive store and broker.
 */
public final class Placements implements Share {

    /** The first requests after a start wait so long for the records. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final @Nullable String own;
    private final String service;
    private final boolean recorded;
    private final CountDownLatch read = new CountDownLatch(1);
    private volatile @Nullable Map<String, Placed> known;

    Placements(@Nullable String own, String service, boolean recorded) {
        this.own = own;
        this.service = service;
        this.recorded = recorded;
        if (!recorded) {
            known(Map.of());
        }
    }

    /** By code as {@link #plain} has it. */
    void known(Map<String, Placed> all) {
        known = Map.copyOf(all);
        read.countDown();
    }

    /** Whether agencies can be told apart. */
    public boolean ready() {
        return known != null;
    }

    /** Whose own instance this is; null in the pool. */
    public @Nullable String own() {
        return own;
    }

    @Override
    public String group() {
        return own == null ? service : service + "." + own;
    }

    /**
     * Whether the agency's requests and events are for this instance. Its own one serves it once its record says so: until
     * then the pool does.
     */
    @Override
    public boolean serves(String agency) {
        if (own == null) {
            return find(agency)
                    .filter(it -> it.hasItsOwn(service) || it.isWithdrawn(service))
                    .isEmpty();
        }
        return own.equals(agency) && (!recorded || hasItsOwn(agency, service));
    }

    /** The code as the agency's record spells it; nothing for an agency that has none. */
    public Optional<String> spelling(String agency) {
        return find(agency).map(Placed::agency);
    }

    /** Whether the agency runs its own instances of the service; then no others will do. */
    public boolean hasItsOwn(String agency, String ofService) {
        return find(agency).filter(it -> it.hasItsOwn(ofService)).isPresent();
    }

    /** Whether nobody serves it any more. */
    public boolean isWithdrawn(String agency, String ofService) {
        return find(agency).filter(it -> it.isWithdrawn(ofService)).isPresent();
    }

    private Optional<Placed> find(String agency) {
        return Optional.ofNullable(all().get(plain(agency)));
    }

    private Map<String, Placed> all() {
        var all = known;
        if (all == null) {
            try {
                read.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            all = known;
        }
        if (all == null) {
            throw new Problem(PlatformProblem.NOT_READY, "placements").retryAfter(Duration.ofSeconds(2));
        }
        return all;
    }

    /** Written otherwise, it is still the same agency. */
    static String plain(String agency) {
        return agency.toUpperCase(Locale.ROOT);
    }
}
