package io.motcua.gateway.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Words a problem in the caller's language and writes it. */
@Component
public final class Problems {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.kind().status());
        var pause = problem.retryAfter();
        if (pause != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
        }
        if (problem.kind() == GatewayProblem.UNAUTHENTICATED
                && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(describe(problem, request)));
    }

    private static Map<String, Object> describe(Problem problem, HttpServletRequest request) {
        var texts = ResourceBundle.getBundle(
                "io/motcua/gateway/problems/problems", language(request), Problems.class.getClassLoader(), NO_FALLBACK);
        var kind = problem.kind();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:motcua:problem:" + kind.slug());
        body.put("title", texts.getString(kind.slug() + ".title"));
        body.put("status", kind.status());
        body.put(
                "detail",
                new MessageFormat(texts.getString(kind.slug() + ".detail"), texts.getLocale())
                        .format(problem.arguments()));
        var address = request.getRequestURI(); // absent where Tomcat could not read one
        if (address != null) {
            body.put("instance", address);
        }
        var trace = MDC.get("traceId");
        if (trace != null) {
            body.put("traceId", trace);
        }
        body.putAll(problem.members());
        return body;
    }

    /** Vietnamese unless the caller prefers English. */
    private static Locale language(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return VIETNAMESE;
        }
        try {
            var match = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return match == null ? VIETNAMESE : match;
        } catch (IllegalArgumentException malformed) {
            return VIETNAMESE;
        }
    }
}
