package io.motcua.gateway.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.gateway.apps.KeyCheck;
import io.motcua.gateway.edge.UnusableBody;
import io.motcua.gateway.forwarding.Forwarding;
import io.motcua.gateway.limits.Admission;
import io.motcua.gateway.limits.Clients;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What stands between a route and the service: sign-in, placement, time limit, one repeat of harmless requests, breaker. */
@Component
class Guards {

    private static final Logger log = LoggerFactory.getLogger(Guards.class);

    /** Repeated once on another instance when the first breaks off. A POST never is: it may have been read. */
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Targets targets;
    private final Instances instances;
    private final KeyCheck keys;
    private final Admission admission;
    private final Forwarding forwarding;
    private final CircuitBreakerFactory<?, ?> breakers;
    private final RouteSettings settings;
    private final MeterRegistry meters;

    Guards(
            Targets targets,
            Instances instances,
            KeyCheck keys,
            Admission admission,
            Forwarding forwarding,
            CircuitBreakerFactory<?, ?> breakers,
            RouteSettings settings,
            MeterRegistry meters) {
        this.targets = targets;
        this.instances = instances;
        this.keys = keys;
        this.admission = admission;
        this.forwarding = forwarding;
        this.breakers = breakers;
        this.settings = settings;
        this.meters = meters;
    }

    /** Sends the route's requests to the service's instances that are placed for the agency in the path. */
    HandlerFilterFunction<ServerResponse, ServerResponse> to(Routes.Route route) {
        return (request, next) -> {
            if (Caller.current().anonymous() && !Openings.are(request)) {
                throw new Problem(PlatformProblem.UNAUTHENTICATED);
            }
            var target = targets.of(route.service(), request.pathVariables());
            var app = keys.check(
                            request.headers().header(KeyCheck.HEADER),
                            route.name(),
                            request.method().name(),
                            request.path(),
                            target.agency())
                    .orElse(null);
            if (route.streams()) {
                return StreamedAnswer.holding(
                        admission.admit(asked(route, target, request, app)),
                        place -> counted(answer(route, target, request, next, place), route, app));
            }
            try (var place = admission.admit(asked(route, target, request, app))) {
                return counted(answer(route, target, request, next, place), route, app);
            }
        };
    }

    /** Who still uses what is to go, so that one can tell them before it does. */
    private ServerResponse counted(ServerResponse answer, Routes.Route route, KeyCheck.@Nullable Passed app) {
        if (answer.headers().containsHeader("Deprecation")) {
            meters.counter("motcua.gateway.retiring.calls", "route", route.name(), "app", app == null ? "-" : app.app())
                    .increment();
        }
        return answer;
    }

    private ServerResponse answer(
            Routes.Route route,
            Target target,
            ServerRequest request,
            HandlerFunction<ServerResponse> next,
            Admission.Place place) {
        var breaker = breakers.create(Breakers.name(route.name(), target), route.name());
        var answer = breaker.run(() -> ask(route, target, request, next), failure -> {
            throw problem(target, route.name(), request, failure);
        });
        place.headers().forEach((name, value) -> answer.headers().set(name, value));
        return answer;
    }

    private static Admission.Asked asked(
            Routes.Route route, Target target, ServerRequest request, KeyCheck.@Nullable Passed app) {
        return new Admission.Asked(
                route.name(),
                target.service(),
                route.streams(),
                request.method(),
                request.path(),
                client(request, app),
                app == null
                        ? null
                        : new Admission.App(
                                app.app(),
                                app.quota().perSecond(),
                                app.quota().burst(),
                                app.quota().perDay()),
                target.known() ? target.agency() : null);
    }

    /**
     * A server that asks for many people who are not signed in is no client that asks too often: its app's quota counts.
     * A key that stands in a page tells nobody apart.
     */
    private static @Nullable String client(ServerRequest request, KeyCheck.@Nullable Passed app) {
        var caller = Caller.current();
        if (!caller.anonymous()) {
            return caller.person();
        }
        return app == null || app.inBrowsers()
                ? Clients.at(request.servletRequest().getRemoteAddr())
                : null;
    }

    private ServerResponse ask(
            Routes.Route route, Target target, ServerRequest request, HandlerFunction<ServerResponse> next) {
        var tried = new HashSet<ServiceInstance>();
        try {
            return attempt(route, target, request, next, tried);
        } catch (ResourceAccessException e) {
            if (!mayBeRepeated(request, e)) {
                throw e;
            }
            log.atInfo()
                    .addKeyValue("route", route.name())
                    .addKeyValue("service", target.service())
                    .log("Asking another instance: {}", e.getMessage());
            return attempt(route, target, request, next, tried);
        }
    }

    private ServerResponse attempt(
            Routes.Route route,
            Target target,
            ServerRequest request,
            HandlerFunction<ServerResponse> next,
            Set<ServiceInstance> tried) {
        var instance = instances.next(target, tried);
        tried.add(instance);
        MvcUtils.setRequestUrl(request, instance.getUri());
        try {
            return ScopedValue.where(Upstream.ANSWER_WITHIN, settings.answer(route.name()))
                    .where(Upstream.STREAMS, route.streams())
                    .call(() -> next.handle(forwarded(request, target)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    /** An agency's own instances never see the token that the caller came with, and no service sees the app's key. */
    private ServerRequest forwarded(ServerRequest request, Target target) {
        var agency = target.agency();
        var caller = Caller.current();
        var token = target.own() && agency != null && !caller.anonymous()
                ? forwarding.token(caller, target.service(), agency)
                : null;
        if (token == null && request.headers().header(KeyCheck.HEADER).isEmpty()) {
            return request;
        }
        return ServerRequest.from(request)
                .headers(it -> {
                    it.remove(KeyCheck.HEADER);
                    if (token != null) {
                        it.setBearerAuth(token);
                    }
                })
                .build();
    }

    private RuntimeException problem(Target target, String route, ServerRequest request, @Nullable Throwable failure) {
        return switch (failure) {
            case Problem known -> known;
            case CallNotPermittedException _ ->
                target.problem(GatewayProblem.SERVICE_UNAVAILABLE)
                        .retryAfter(settings.breaker().open());
            case ResourceAccessException unanswered -> {
                var body = find(unanswered, UnusableBody.class);
                if (body != null) {
                    yield body.problem();
                }
                log.atWarn()
                        .addKeyValue("route", route)
                        .addKeyValue("service", target.service())
                        .addKeyValue("agency", target.agency())
                        .log("No answer to {} : {}", request.method(), unanswered.getMessage());
                yield target.problem(
                                timedOut(unanswered)
                                        ? GatewayProblem.SERVICE_TIMEOUT
                                        : GatewayProblem.SERVICE_UNAVAILABLE)
                        .retryAfter(settings.breaker().open());
            }
            case RuntimeException unexpected -> unexpected;
            case null, default -> new IllegalStateException("Route " + route + " failed", failure);
        };
    }

    /** Who refused the connection has not seen the request, whatever it asks for. */
    private static boolean mayBeRepeated(ServerRequest request, ResourceAccessException failure) {
        if (find(failure, ConnectException.class) != null) {
            return true;
        }
        return HARMLESS.contains(request.method()) && !timedOut(failure) && find(failure, UnusableBody.class) == null;
    }

    /** Whether the service has the request and is silent; one that did not even accept the connection has it not. */
    private static boolean timedOut(Throwable failure) {
        return find(failure, SocketTimeoutException.class) != null
                && find(failure, ConnectTimeoutException.class) == null;
    }

    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return type.cast(it);
            }
        }
        return null;
    }
}
