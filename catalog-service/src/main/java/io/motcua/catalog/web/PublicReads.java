package io.motcua.catalog.web;

import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets callers and what is between keep for a minute what is for anyone to read, and ask by {@code ETag} afterwards. Who is
 * signed in reads what is so now, for he may have changed it. Everything else is {@code no-store}, by Spring Security.
 */
@Component
final class PublicReads extends ShallowEtagHeaderFilter {

    private static final String FOR_A_MINUTE = "max-age=60, public";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        boolean good = status == HttpStatus.NOT_MODIFIED.value()
                || HttpStatus.valueOf(status).is2xxSuccessful();
        if (!good || !Caller.current().anonymous() || !isForAnyone(request)) {
            return false;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
        return super.isEligibleForEtag(request, response, status, body);
    }

    private static boolean isForAnyone(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method) {
            var access = Access.Of.handler(method);
            return access != null && access.value() == Access.Who.ANYONE;
        }
        return false;
    }
}
