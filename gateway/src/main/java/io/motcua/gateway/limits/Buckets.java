package io.motcua.gateway.limits;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A bucket for each client and agency that has asked lately. */
@Component
class Buckets {

    private final Map<Limit, Bucket> buckets = new ConcurrentHashMap<>();
    private final LimitSettings settings;
    private final Shares shares;
    private final LongSupplier nanos;

    @Autowired
    Buckets(LimitSettings settings, Shares shares) {
        this(settings, shares, System::nanoTime);
    }

    Buckets(LimitSettings settings, Shares shares, LongSupplier nanos) {
        this.settings = settings;
        this.shares = shares;
        this.nanos = nanos;
    }

    Bucket.Taken take(Limit limit) {
        long now = nanos.getAsLong();
        var rate = rate(limit).share(shares.part(limit.key()));
        return buckets.computeIfAbsent(limit, _ -> new Bucket(rate, now)).take(rate, now);
    }

    /** The whole rate, of which this instance may have but a part. */
    Rate rate(Limit limit) {
        return switch (limit) {
            case Limit.OfClient _ -> settings.ofClient();
            case Limit.OfAgency(var agency) -> settings.of(agency);
            case Limit.OfApp app -> app.rate();
        };
    }

    /** Forgets who has not asked for long enough to have all tokens back, and divides the rates anew. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void turn() {
        long now = nanos.getAsLong();
        var demand = new HashMap<String, Long>();
        buckets.forEach((limit, bucket) -> {
            long asked = bucket.demand();
            if (asked > 0) {
                demand.put(limit.key(), asked);
            } else if (bucket.full(rate(limit), now)) {
                buckets.remove(limit, bucket);
            }
        });
        shares.exchange(demand);
    }

    int size() {
        return buckets.size();
    }
}
