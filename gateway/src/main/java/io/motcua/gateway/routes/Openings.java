package io.motcua.gateway.routes;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What anyone may read: who is there, what is offered, how far it is, and one's dossier by its code. */
final class Openings {

    private static final String AGENCY = "/api/v1/agencies/{agency}";
    private static final Set<HttpMethod> READING = Set.of(GET, HEAD);
    private static final List<PathPattern> PATHS = Stream.of(
                    "/api/v1/agencies",
                    AGENCY,
                    AGENCY + "/units",
                    AGENCY + "/calendars",
                    AGENCY + "/services",
                    AGENCY + "/services/{code}",
                    AGENCY + "/anchors",
                    AGENCY + "/anchors/keys",
                    "/api/v1/rollout",
                    "/api/v1/lookup/{code}",
                    AGENCY + "/results/{mark}",
                    AGENCY + "/payments/vnpay/ipn",
                    AGENCY + "/payments/vnpay/return")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private Openings() {}

    static boolean are(HttpMethod method, PathContainer path) {
        if (!READING.contains(method)) {
            return false;
        }
        for (var it : PATHS) {
            if (it.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
