package io.motcua.gateway.routes;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** What a service will answer. It is asked only while its answer is written, so that the one needs no copy of the other. */
record PassedAnswer(Guards guards) implements ServerResponse {

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        if (request.getQueryString() != null) {
            request.getParameterMap(); // refused here if it cannot be read: it is passed on as it was written
        }
        var match = Routes.of(request);
        if (match == null) {
            throw new IllegalStateException("No door leads here: " + request.getRequestURI());
        }
        guards.pass(match, request, response);
        return null;
    }

    @Override
    public HttpStatusCode statusCode() {
        throw unknown();
    }

    @Override
    public HttpHeaders headers() {
        throw unknown();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        throw unknown();
    }

    private static IllegalStateException unknown() {
        return new IllegalStateException("The service has not been asked yet");
    }
}
