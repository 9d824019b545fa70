package io.motcua.platform.deprecation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Says of every answer of a {@link Retiring} operation, refusals included, that it is to go. */
final class RetiringInterceptor implements HandlerInterceptor {

    private final MeterRegistry meters;

    RetiringInterceptor(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var retiring = method.getMethodAnnotation(Retiring.class);
            if (retiring != null) {
                tell(retiring, request, response);
                meters.counter(
                                "motcua.retiring.calls",
                                "operation",
                                method.getBeanType().getSimpleName() + "."
                                        + method.getMethod().getName())
                        .increment();
            }
        }
        return true;
    }

    private static void tell(Retiring retiring, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Deprecation", "@" + start(retiring.since()).toEpochSecond());
        response.setHeader("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(start(retiring.sunset())));
        response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"successor-version\"".formatted(successor(retiring, request)));
        response.addHeader(
                HttpHeaders.LINK, "<%s>; rel=\"deprecation\"; type=\"text/html\"".formatted(retiring.notice()));
    }

    @SuppressWarnings("unchecked") // Spring says so of this attribute
    private static String successor(Retiring retiring, HttpServletRequest request) {
        var given = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return UriComponentsBuilder.fromUriString(retiring.successor())
                .encode()
                .buildAndExpand(given == null ? Map.<String, String>of() : given)
                .toUriString();
    }

    private static ZonedDateTime start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
