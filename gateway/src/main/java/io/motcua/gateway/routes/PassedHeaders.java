package io.motcua.gateway.routes;

import io.motcua.gateway.apps.KeyCheck;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Leaves out what a caller might say to be taken for another, or a request for another: some frameworks and proxies believe
 * these. What is named in {@code Connection} stays, or a caller could have {@code Authorization} taken off. No service sees the
 * key of the caller's app.
 */
final class PassedHeaders {

    private static final Set<String> LEFT_OUT = Set.of(
            // of this connection, and said anew of the next
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "content-length",
            "upgrade",
            "expect",
            "proxy-authorization",
            "proxy-authenticate",
            "proxy-connection",
            "host",
            "traceparent",
            "tracestate",
            // what others believe
            "forwarded",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "x-original-url",
            "x-rewrite-url",
            "x-original-host",
            "x-host",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-application-context",
            "proxy",
            KeyCheck.HEADER.toLowerCase(Locale.ROOT));

    private static final String FORWARDED = "x-forwarded-";
    private static final String AUTHORIZATION = HttpHeaders.AUTHORIZATION.toLowerCase(Locale.ROOT);

    private PassedHeaders() {}

    /** @param token in place of what the caller came with; null if that is passed on */
    static void copy(HttpServletRequest request, ClassicHttpRequest passed, @Nullable String token) {
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            var small = name.toLowerCase(Locale.ROOT);
            if (LEFT_OUT.contains(small)
                    || small.startsWith(FORWARDED)
                    || (token != null && small.equals(AUTHORIZATION))) {
                continue;
            }
            for (var values = request.getHeaders(name); values.hasMoreElements(); ) {
                passed.addHeader(name, values.nextElement());
            }
        }
        if (token != null) {
            passed.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
