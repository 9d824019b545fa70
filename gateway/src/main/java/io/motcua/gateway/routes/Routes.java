package io.motcua.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Where a request goes. The first match counts; what belongs to no other service under an agency is the catalogue's. */
public final class Routes {

    private static final String MATCH = Match.class.getName();
    private static final String AGENCY = "/api/v1/agencies/{agency}";

    static final List<Route> ALL = List.of(
            Route.ofStreams("events", "dossier-service", AGENCY + "/dossiers/{id}/events"),
            new Route(
                    "dossiers",
                    "dossier-service",
                    AGENCY + "/dossiers/**",
                    AGENCY + "/registers/**",
                    AGENCY + "/anchors/**",
                    AGENCY + "/kpis/**",
                    AGENCY + "/complaints/**"),
            new Route("lookup", "dossier-service", "/api/v1/lookup/{code}/**", AGENCY + "/results/**"),
            new Route(
                    "my-dossiers",
                    "dossier-service",
                    "/api/v1/me/dossiers/**",
                    "/api/v1/me/complaints/**",
                    "/api/v1/me/access-log/**",
                    "/api/v1/me/export/**"),
            new Route("payments", "payment-service", AGENCY + "/payments/**"),
            new Route("notifications", "notification-service", AGENCY + "/notifications/**"),
            new Route("my-messages", "notification-service", "/api/v1/me/inbox/**"),
            new Route("catalogue", "catalog-service", "/api/v1/agencies", AGENCY + "/**", "/api/v1/rollout/**"));

    /**
     * A door: its name, which its circuit breaker carries too, the service behind it and the paths that lead to it.
     *
     * @param streams whether its answers go on for minutes
     */
    record Route(String name, String service, boolean streams, List<PathPattern> paths) {

        Route(String name, String service, String... paths) {
            this(name, service, false, parsed(paths));
        }

        static Route ofStreams(String name, String service, String... paths) {
            return new Route(name, service, true, parsed(paths));
        }

        private static List<PathPattern> parsed(String... paths) {
            return Stream.of(paths)
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();
        }

        /** What the path says at the places that a pattern names; nothing if it leads elsewhere. */
        Optional<Map<String, String>> variables(PathContainer path) {
            return paths.stream()
                    .map(it -> it.matchAndExtract(path))
                    .filter(Objects::nonNull)
                    .map(PathPattern.PathMatchInfo::getUriVariables)
                    .findFirst();
        }
    }

    /**
     * A door that a path leads to.
     *
     * @param pattern of its paths the one that the path follows
     * @param variables what the path says at the places that the pattern names
     */
    record Match(Route route, PathPattern pattern, Map<String, String> variables, PathContainer path) {}

    /** Null if the request is for no service. Its path is looked at once. */
    static @Nullable Match of(HttpServletRequest request) {
        if (request.getAttribute(MATCH) instanceof Match known) {
            return known;
        }
        var match = of(PathContainer.parsePath(request.getRequestURI()));
        request.setAttribute(MATCH, match);
        return match;
    }

    private static @Nullable Match of(PathContainer path) {
        for (var route : ALL) {
            for (var pattern : route.paths()) {
                var found = pattern.matchAndExtract(path);
                if (found != null) {
                    return new Match(route, pattern, found.getUriVariables(), path);
                }
            }
        }
        return null;
    }

    /** The services that have a route, each once. */
    public static List<String> services() {
        return ALL.stream().map(Route::service).distinct().toList();
    }

    private Routes() {}
}
