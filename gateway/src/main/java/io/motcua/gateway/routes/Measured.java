package io.motcua.gateway.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Opens the span of a request and takes its time. What the gateway answers itself is observed as in every service; what leads
 * through a door gets the same span and the same timer by name and tags, without the observation around them, which words each
 * tag anew for every request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class Measured extends ServerHttpObservationFilter {

    private static final String REQUESTS = "http.server.requests";

    /** A stream lasts as long as somebody follows it: among the requests it would be the slowest by far. */
    private static final String STREAMS = "http.server.streams";

    private static final String NONE = "none";

    private final Tracer tracer;
    private final Propagator propagator;
    private final MeterRegistry meters;
    private final String service;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String name, String uri, String method, int status, String failure) {}

    Measured(
            ObservationRegistry observations,
            Tracer tracer,
            Propagator propagator,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        super(observations);
        this.tracer = tracer;
        this.propagator = propagator;
        this.meters = meters;
        this.service = service;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var match = Routes.of(request);
        if (match == null) {
            super.doFilterInternal(request, response, chain);
            return;
        }
        var uri = match.pattern().getPatternString();
        var span = propagator
                .extract(request, Measured::header)
                .kind(Span.Kind.SERVER)
                .start();
        var failure = NONE;
        long begun = System.nanoTime();
        try (var _ = tracer.withSpan(span)) {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error broken) {
            failure = broken.getClass().getSimpleName();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR); // unless the answer has begun
            span.error(broken);
            throw broken;
        } finally {
            timer(uri, request, response, failure).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            end(span, uri, request, response);
        }
    }

    private static @Nullable String header(@Nullable HttpServletRequest request, String name) {
        return request == null ? null : request.getHeader(name);
    }

    private static void end(Span span, String uri, HttpServletRequest request, HttpServletResponse response) {
        if (!span.isNoop()) {
            span.name("http " + request.getMethod().toLowerCase(Locale.ROOT) + " " + uri);
            span.tag("method", request.getMethod());
            span.tag("uri", uri);
            span.tag("status", String.valueOf(response.getStatus()));
        }
        span.end();
    }

    private Timer timer(String uri, HttpServletRequest request, HttpServletResponse response, String failure) {
        var type = response.getContentType();
        var name = type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE) ? STREAMS : REQUESTS;
        return timers.computeIfAbsent(
                new Kind(name, uri, known(request.getMethod()), response.getStatus(), failure), this::timer);
    }

    /** Anybody can make up methods. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "UNKNOWN";
        };
    }

    private Timer timer(Kind kind) {
        return Timer.builder(kind.name())
                .tag("service", service)
                .tag("uri", kind.uri())
                .tag("method", kind.method())
                .tag("status", String.valueOf(kind.status()))
                .tag("outcome", outcome(kind.status()))
                .tag("exception", kind.failure())
                .tag("error", kind.failure())
                .register(meters);
    }

    private static String outcome(int status) {
        var series = HttpStatus.Series.resolve(status);
        return series == null ? "UNKNOWN" : series == HttpStatus.Series.SUCCESSFUL ? "SUCCESS" : series.name();
    }
}
