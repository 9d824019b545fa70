package io.motcua.gateway.limits;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Lets requests in, or refuses them in words that say who must wait, for what, and how long. */
@Component
public class Admission {

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration FULL = Duration.ofSeconds(10);

    private final LimitSettings settings;
    private final Buckets buckets;
    private final MeterRegistry meters;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final Map<String, AtomicInteger> atAgency = new ConcurrentHashMap<>();

    Admission(LimitSettings settings, Buckets buckets, MeterRegistry meters) {
        this.settings = settings;
        this.buckets = buckets;
        this.meters = meters;
        Gauge.builder("motcua.gateway.under.way", underWay, AtomicInteger::get)
                .description("Requests that wait for a service")
                .register(meters);
        Gauge.builder("motcua.gateway.streams", streams, AtomicInteger::get)
                .description("Answers that go on for minutes")
                .register(meters);
    }

    /**
     * Who asks for what.
     *
     * @param client the person key, or the address of one who is not signed in
     * @param streams whether the answer will go on for minutes: then it has its own bounds, and is no sign of being busy
     * @param agency as its record spells it; null where it is about none, several, or one that has no record
     */
    public record Asked(
            String route,
            String service,
            boolean streams,
            HttpMethod method,
            String path,
            String client,
            @Nullable String agency) {}

    /** A place among the requests under way, and what the caller is to know of the limits. */
    public final class Place implements AutoCloseable {

        private final List<AtomicInteger> taken;
        private final Map<String, String> headers;

        private Place(List<AtomicInteger> taken, Map<String, String> headers) {
            this.taken = taken;
            this.headers = headers;
        }

        /** {@code RateLimit} and {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
        public Map<String, String> headers() {
            return headers;
        }

        @Override
        public void close() {
            taken.forEach(AtomicInteger::decrementAndGet);
        }
    }

    /** @throws Problem 429 where the client or the agency asks too often, 503 where too much is under way */
    public Place admit(Asked asked) {
        var agency = asked.agency() == null ? "-" : asked.agency();
        var headers = Map.<String, String>of();
        if (!Urgency.isCallback(asked.path())) {
            headers = take(new Limit.OfClient(asked.client(), agency), asked);
            if (asked.agency() != null) {
                take(new Limit.OfAgency(agency), asked);
            }
        }
        return new Place(asked.streams() ? follow(asked, agency) : enter(asked, agency), headers);
    }

    private Map<String, String> take(Limit limit, Asked asked) {
        var taken = buckets.take(limit);
        var rate = buckets.rate(limit);
        long seconds = Math.max(1, (taken.waitNanos() + 999_999_999) / 1_000_000_000);
        var headers = Map.of(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(limit.policy(), (long) rate.burst(), rate.window()),
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(limit.policy(), taken.left(), taken.granted() ? rate.window() : seconds));
        if (!taken.granted()) {
            refused(limit.policy(), asked);
            throw new Problem(GatewayProblem.TOO_MANY_REQUESTS, limit.policy().equals("client") ? 0 : 1, seconds)
                    .with("limit", limit.policy())
                    .with("agency", asked.agency())
                    .headers(headers)
                    .retryAfter(Duration.ofSeconds(seconds));
        }
        return headers;
    }

    private List<AtomicInteger> enter(Asked asked, String agency) {
        var urgency = Urgency.of(asked.route(), asked.method(), asked.path());
        var taken = new ArrayList<AtomicInteger>();
        var here = atAgency.computeIfAbsent(asked.service() + "/" + agency, _ -> new AtomicInteger());
        if (!entered(underWay, urgency.room(settings.underWay()), taken)) {
            throw busy("gateway", asked);
        }
        if (!entered(here, urgency.room(settings.underWayAtAgency()), taken)) {
            underWay.decrementAndGet();
            throw busy("agency", asked);
        }
        return taken;
    }

    private List<AtomicInteger> follow(Asked asked, String agency) {
        var taken = new ArrayList<AtomicInteger>();
        var here = atAgency.computeIfAbsent(asked.route() + "/" + agency, _ -> new AtomicInteger());
        if (!entered(streams, settings.streams(), taken)) {
            throw busy("gateway-streams", asked).retryAfter(FULL);
        }
        if (!entered(here, settings.streamsAtAgency(), taken)) {
            streams.decrementAndGet();
            throw busy("agency-streams", asked).retryAfter(FULL);
        }
        return taken;
    }

    private static boolean entered(AtomicInteger counter, int room, List<AtomicInteger> taken) {
        if (counter.incrementAndGet() > room) {
            counter.decrementAndGet();
            return false;
        }
        taken.add(counter);
        return true;
    }

    private Problem busy(String limit, Asked asked) {
        refused(limit, asked);
        return new Problem(
                        GatewayProblem.OVERLOADED,
                        asked.service(),
                        asked.agency() == null || limit.startsWith("gateway") ? "pool" : asked.agency())
                .with("limit", limit)
                .with("service", asked.service())
                .with("agency", asked.agency())
                .retryAfter(BUSY);
    }

    private void refused(String limit, Asked asked) {
        meters.counter(
                        "motcua.gateway.refused",
                        "limit",
                        limit,
                        "route",
                        asked.route(),
                        "agency",
                        asked.agency() == null ? "-" : asked.agency())
                .increment();
    }
}
