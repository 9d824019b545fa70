package io.motcua.gateway.routes;

import io.motcua.gateway.limits.Admission;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer that keeps its place until it has been written to its end, which is long after it was given. */
final class StreamedAnswer implements ServerResponse {

    private final ServerResponse answer;
    private final Admission.Place place;

    private StreamedAnswer(ServerResponse answer, Admission.Place place) {
        this.answer = answer;
        this.place = place;
    }

    static ServerResponse holding(Admission.Place place, Function<Admission.Place, ServerResponse> asking) {
        try {
            return new StreamedAnswer(asking.apply(place), place);
        } catch (RuntimeException refused) {
            place.close();
            throw refused;
        }
    }

    @Override
    public HttpStatusCode statusCode() {
        return answer.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return answer.headers();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return answer.cookies();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws ServletException, IOException {
        try (place) {
            return answer.writeTo(request, response, context);
        }
    }
}
