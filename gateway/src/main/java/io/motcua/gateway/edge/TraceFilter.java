package io.motcua.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every request has a W3C trace and a request id when it leaves the gateway: the caller's if well-formed, else new ones.
 * Spans are the services' matter; a tracer in the gateway would cost each request and tell the same.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends OncePerRequestFilter {

    private static final String TRACE = "traceparent";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern TRACE_FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern REQUEST_ID_FORM = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var trace = valid(request.getHeader(TRACE), TRACE_FORM);
        if (trace == null) {
            trace = "00-" + random(16) + "-" + random(8) + "-01";
        }
        var traceId = trace.substring(3, 35);
        var requestId = valid(request.getHeader(REQUEST_ID), REQUEST_ID_FORM);
        if (requestId == null) {
            requestId = traceId;
        }
        response.setHeader(REQUEST_ID, requestId);
        try (var _ = MDC.putCloseable("traceId", traceId)) {
            chain.doFilter(new Marked(request, Map.of(TRACE, trace, REQUEST_ID, requestId)), response);
        }
    }

    private static @Nullable String valid(@Nullable String header, Pattern form) {
        return header != null && form.matcher(header).matches() ? header : null;
    }

    /** Unique, not secret. The leading bit makes an all-zero id, which the standard forbids, impossible. */
    private static String random(int bytes) {
        var id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }

    private static final class Marked extends HttpServletRequestWrapper {

        private final Map<String, String> marks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Marked(HttpServletRequest request, Map<String, String> marks) {
            super(request);
            this.marks.putAll(marks);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var mark = marks.get(name);
            return mark == null ? super.getHeader(name) : mark;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            var mark = marks.get(name);
            return mark == null ? super.getHeaders(name) : Collections.enumeration(Collections.singleton(mark));
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new LinkedHashSet<String>();
            super.getHeaderNames().asIterator().forEachRemaining(it -> {
                if (!marks.containsKey(it)) {
                    names.add(it);
                }
            });
            names.addAll(marks.keySet());
            return Collections.enumeration(names);
        }
    }
}
