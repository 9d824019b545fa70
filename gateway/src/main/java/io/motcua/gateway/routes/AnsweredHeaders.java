package io.motcua.gateway.routes;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Leaves out what an answer would tell browsers about the gateway's own origin, which all agencies share: an agency's own
 * instance could set everybody's cookies, or let its pages run here. What browsers go by, the gateway says itself.
 */
@Component
final class AnsweredHeaders implements ResponseHttpHeadersFilter {

    private static final Set<String> LEFT_OUT = Set.of(
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

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        var passed = new HttpHeaders();
        headers.forEach((name, values) -> {
            var small = name.toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(small) && !small.startsWith(CORS)) {
                passed.addAll(name, values);
            }
        });
        return passed;
    }
}
