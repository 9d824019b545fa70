package io.motcua.gateway.routes;

import io.motcua.gateway.wires.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;

/** Spares a caller the body that he says he has, also where the service does not look at that. */
final class Unchanged {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Unchanged() {}

    /** Whether the caller has it; then he has been told so. */
    static boolean is(HttpMethod method, Answer answer, HttpServletRequest request, HttpServletResponse response) {
        var tag = answer.header(HttpHeaders.ETAG);
        return tag != null
                && READING.contains(method)
                && request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                && new ServletWebRequest(request, response).checkNotModified(tag);
    }
}
