package io.motcua.gateway.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.gateway.apps.KeyCheck;
import io.motcua.gateway.edge.UnusableBody;
import io.motcua.gateway.forwarding.Forwarding;
import io.motcua.gateway.limits.Admission;
import io.motcua.gateway.limits.Clients;
import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.gateway.wires.Answer;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

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
    private final Breakers breakers;
    private final Upstream upstream;
    private final Streams streams;
    private final RouteSettings settings;
    private final MeterRegistry meters;

    Guards(
            Targets targets,
            Instances instances,
            KeyCheck keys,
            Admission admission,
            Forwarding forwarding,
            Breakers breakers,
            Upstream upstream,
            Streams streams,
            RouteSettings settings,
            MeterRegistry meters) {
        this.targets = targets;
        this.instances = instances;
        this.keys = keys;
        this.admission = admission;
        this.forwarding = forwarding;
        this.breakers = breakers;
        this.upstream = upstream;
        this.streams = streams;
        this.settings = settings;
        this.meters = meters;
    }

    /** Passes the request on to an instance that is placed for the agency in its path, and the answer back. */
    void pass(Routes.Match match, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var route = match.route();
        var method = HttpMethod.valueOf(request.getMethod());
        var caller = Caller.current();
        // First: to sign in is of no use where nobody answers any more.
        var target = targets.of(route.service(), match.variables());
        if (caller.anonymous() && !Openings.are(method, match.path())) {
            throw new Problem(PlatformProblem.UNAUTHENTICATED);
        }
        var app = keys.check(
                        Collections.list(request.getHeaders(KeyCheck.HEADER)),
                        route.name(),
                        method.name(),
                        request.getRequestURI(),
                        target.agency())
                .orElse(null);
        var asking = new Asking(route, target, method, request, token(caller, target));
        var place = admission.admit(asked(asking, client(caller, request, app), app));
        if (route.streams()) {
            try (place;
                    var answer = answer(asking)) {
                begin(answer, place, route, app, response);
                streams.pass(answer, target, response.getOutputStream());
            }
            return;
        }
        try (var answer = answerOf(asking, place)) {
            begin(answer, place, route, app, response);
            answer.passTo(
                    Unchanged.is(method, answer, request, response)
                            ? OutputStream.nullOutputStream()
                            : response.getOutputStream(),
                    false);
        }
    }

    private Answer answerOf(Asking asking, Admission.Place place) throws IOException {
        try (place) {
            return answer(asking);
        }
    }

    private void begin(
            Answer answer,
            Admission.Place place,
            Routes.Route route,
            KeyCheck.@Nullable Passed app,
            HttpServletResponse response) {
        // Who still uses what is to go, so that one can tell them before it does.
        if (answer.has("Deprecation")) {
            meters.counter("motcua.gateway.retiring.calls", "route", route.name(), "app", app == null ? "-" : app.app())
                    .increment();
        }
        response.setStatus(answer.status());
        AnsweredHeaders.copy(answer, response);
        place.headers().forEach(response::setHeader);
    }

    private static Admission.Asked asked(Asking asking, @Nullable String client, KeyCheck.@Nullable Passed app) {
        var route = asking.route();
        var target = asking.target();
        return new Admission.Asked(
                route.name(),
                target.service(),
                route.streams(),
                asking.method(),
                asking.request().getRequestURI(),
                client,
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
    private static @Nullable String client(Caller caller, HttpServletRequest request, KeyCheck.@Nullable Passed app) {
        if (!caller.anonymous()) {
            return caller.person();
        }
        return app == null || app.inBrowsers() ? Clients.at(request.getRemoteAddr()) : null;
    }

    /** An agency's own instances never see the token that the caller came with. */
    private @Nullable String token(Caller caller, Target target) {
        var agency = target.agency();
        return target.own() && agency != null && !caller.anonymous()
                ? forwarding.token(caller, target.service(), agency)
                : null;
    }

    private Answer answer(Asking asking) throws IOException {
        var breaker = breakers.of(asking.route(), asking.target());
        if (!breaker.tryAcquirePermission()) {
            throw asking.target()
                    .problem(GatewayProblem.SERVICE_UNAVAILABLE)
                    .retryAfter(settings.breaker().open());
        }
        long begun = breaker.getCurrentTimestamp();
        try {
            var answer = ask(asking);
            breaker.onResult(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), answer);
            return answer;
        } catch (IOException unanswered) {
            breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), unanswered);
            throw problem(asking, unanswered);
        } catch (RuntimeException refused) {
            breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), refused);
            throw refused;
        }
    }

    private Answer ask(Asking asking) throws IOException {
        var instance = instances.next(asking.target(), Set.of());
        try {
            return upstream.ask(asking, instance);
        } catch (IOException e) {
            if (!mayBeRepeated(asking, e)) {
                throw e;
            }
            log.atInfo()
                    .addKeyValue("route", asking.route().name())
                    .addKeyValue("service", asking.target().service())
                    .log("Asking another instance: {}", e.getMessage());
            return upstream.ask(asking, instances.next(asking.target(), Set.of(instance)));
        }
    }

    private Problem problem(Asking asking, IOException unanswered) {
        var body = find(unanswered, UnusableBody.class);
        if (body != null) {
            return body.problem();
        }
        var target = asking.target();
        log.atWarn()
                .addKeyValue("route", asking.route().name())
                .addKeyValue("service", target.service())
                .addKeyValue("agency", target.agency())
                .log("No answer to {} : {}", asking.method(), unanswered.toString());
        return target.problem(
                        timedOut(unanswered) ? GatewayProblem.SERVICE_TIMEOUT : GatewayProblem.SERVICE_UNAVAILABLE)
                .retryAfter(settings.breaker().open());
    }

    /** Who refused the connection has not seen the request, whatever it asks for. */
    private static boolean mayBeRepeated(Asking asking, IOException failure) {
        if (find(failure, ConnectException.class) != null) {
            return true;
        }
        return HARMLESS.contains(asking.method()) && !timedOut(failure) && find(failure, UnusableBody.class) == null;
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
