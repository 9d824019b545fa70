package io.motcua.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every request has an id when it leaves the gateway: the caller's if well-formed, else that of its trace. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // in the scope of the trace, which Boot's observation filter (+ 1) opens
final class RequestId extends HttpFilter {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HEADER);
        var id = given != null && FORM.matcher(given).matches() ? given : fresh();
        response.setHeader(HEADER, id);
        chain.doFilter(id.equals(given) ? request : new Marked(request, id), response);
    }

    private static String fresh() {
        return Objects.requireNonNullElseGet(
                MDC.get("traceId"), () -> UUID.randomUUID().toString().replace("-", ""));
    }

    private static final class Marked extends HttpServletRequestWrapper {

        private final String id;

        Marked(HttpServletRequest request, String id) {
            super(request);
            this.id = id;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(HEADER) ? id : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HEADER)
                    ? Collections.enumeration(Collections.singleton(id))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
            names.removeIf(HEADER::equalsIgnoreCase);
            names.add(HEADER);
            return Collections.enumeration(names);
        }
    }
}
