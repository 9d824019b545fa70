package io.motcua.gateway.routes;

import io.motcua.gateway.wires.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;

/**
 * Leaves out what an answer would tell browsers about the gateway's own origin, which all agencies share: an agency's own
 * instance could set everybody's cookies, or let its pages run here. What browsers go by, the gateway says itself.
 */
final class AnsweredHeaders {

    private static final Set<String> LEFT_OUT = Set.of(
            // of the connection to the service
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "x-application-context",
            // of the origin
            "set-cookie",
            "set-cookie2",
            "clear-site-data",
            "service-worker-allowed",
            "content-security-policy",
            "content-security-policy-report-only",
            "x-content-type-options",
            "x-frame-options",
            "strict-transport-security",
            "referrer-policy",
            "permissions-policy",
            "report-to",
            "reporting-endpoints",
            "nel",
            "alt-svc",
            "refresh");
    /** Who may read answers is the gateway's to say, too. */
    private static final String CORS = "access-control-";

    private AnsweredHeaders() {}

    static void copy(Answer answer, HttpServletResponse response) {
        for (var headers = answer.headers(); headers.hasNext(); ) {
            var header = headers.next();
            var small = header.getName().toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(small) && !small.startsWith(CORS)) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
    }
}
