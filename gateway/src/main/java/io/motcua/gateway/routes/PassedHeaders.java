package io.motcua.gateway.routes;

import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Leaves out what a caller might say to be taken for another, or a request for another: some frameworks and proxies believe
 * these. Spring Cloud takes out {@code Forwarded} and {@code X-Forwarded-*}; what is named in {@code Connection} stays, or a
 * caller could have {@code Authorization} taken off.
 */
@Component
final class PassedHeaders implements RequestHttpHeadersFilter {

    private static final List<String> LEFT_OUT = List.of(
            "X-HTTP-Method-Override",
            "X-HTTP-Method",
            "X-Method-Override",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Original-Host",
            "X-Host",
            "X-Real-IP",
            "X-Client-IP",
            "True-Client-IP",
            "Proxy",
            "Proxy-Connection",
            "Expect");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        if (LEFT_OUT.stream().noneMatch(headers::containsHeader)) {
            return headers;
        }
        var passed = new HttpHeaders();
        passed.addAll(headers);
        LEFT_OUT.forEach(passed::remove);
        return passed;
    }
}
