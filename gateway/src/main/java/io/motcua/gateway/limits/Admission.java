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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Lets requests in, or refuses them in words that say who must wait, for what, and how long. */
@Component
public class Admission {

    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration FULL = Duration.ofSeconds(10);
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    /** In the order in which the problem's words name them. */
    private static final List<String> POLICIES = List.of("client", "agency", "app", "app-day");

    private final LimitSettings settings;
    private final Buckets buckets;
    private final Days days;
    private final MeterRegistry meters;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final Map<String, AtomicInteger> atAgency = new ConcurrentHashMap<>();

    Admission(LimitSettings settings, Buckets buckets, Days days, MeterRegistry meters) {
        this.settings = settings;
        this.buckets = buckets;
        this.days = days;
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
     * @param client the person key, or the address of one who is not signed in; null where the app alone counts
     * @param app whose key the request came with
     * @param streams whether the answer will go on for minutes: then it has its own bounds, and is no sign of being busy
     * @param agency as its record spells it; null where it is about none, several, or one that has no record
     */
    public record Asked(
            String route,
            String service,
            boolean streams,
            HttpMethod method,
            String path,
            @Nullable String client,
            @Nullable App app,
            @Nullable String agency) {}

    /** @param perDay null without such a limit */
    public record App(
            String id,
            double perSecond,
            double burst,
            @Nullable Long perDay) {}

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
        var said = new ArrayList<Map<String, String>>();
        if (!Urgency.isCallback(asked.path())) {
            if (asked.client() != null) {
                said.add(take(new Limit.OfClient(asked.client(), agency), asked));
            }
            // After its client, so that one who asks too often uses nothing of an app's that others use, too.
            if (asked.app() != null) {
                said.add(take(of(asked.app()), asked));
            }
            if (asked.agency() != null) {
                take(new Limit.OfAgency(agency), asked);
            }
            if (asked.app() != null && asked.app().perDay() != null) {
                said.add(takeOfDay(asked.app().id(), asked.app().perDay(), asked));
            }
        }
        return new Place(asked.streams() ? follow(asked, agency) : enter(asked, agency), joined(said));
    }

    private Map<String, String> take(Limit limit, Asked asked) {
        var rate = buckets.rate(limit);
        return said(limit.policy(), (long) rate.burst(), rate.window(), buckets.take(limit), rate.window(), asked);
    }

    private Map<String, String> takeOfDay(String app, long perDay, Asked asked) {
        var taken = days.take(app, perDay);
        return said("app-day", perDay, Duration.ofDays(1).toSeconds(), taken, seconds(taken), asked);
    }

    private static Limit of(App app) {
        return new Limit.OfApp(app.id(), new Rate(app.perSecond(), app.burst()));
    }

    /** @param window after which there will be as many as at first */
    private Map<String, String> said(
            String policy, long quota, long per, Bucket.Taken taken, long window, Asked asked) {
        long seconds = seconds(taken);
        var headers = Map.of(
                POLICY,
                '"' + policy + "\";q=" + quota + ";w=" + per,
                LIMIT,
                '"' + policy + "\";r=" + taken.left() + ";t=" + (taken.granted() ? window : seconds));
        if (!taken.granted()) {
            refused(policy, asked);
            throw new Problem(GatewayProblem.TOO_MANY_REQUESTS, POLICIES.indexOf(policy), seconds)
                    .with("limit", policy)
                    .with("agency", asked.agency())
                    .headers(headers)
                    .retryAfter(Duration.ofSeconds(seconds));
        }
        return headers;
    }

    private static long seconds(Bucket.Taken taken) {
        return Math.max(1, (taken.waitNanos() + 999_999_999) / 1_000_000_000);
    }

    /** Both fields are lists. */
    private static Map<String, String> joined(List<Map<String, String>> said) {
        if (said.size() < 2) {
            return said.isEmpty() ? Map.of() : said.getFirst();
        }
        return Stream.of(POLICY, LIMIT)
                .collect(Collectors.toMap(
                        Function.identity(),
                        field -> String.join(
                                ", ", said.stream().map(it -> it.get(field)).toList())));
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
