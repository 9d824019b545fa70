package io.motcua.platform.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.slf4j.MDC;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import tools.jackson.databind.json.JsonMapper;

/** Words a problem in the caller's language. */
public final class ProblemRenderer {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final JsonMapper json;

    ProblemRenderer(JsonMapper json) {
        this.json = json;
    }

    /** Vietnamese unless the caller prefers English. */
    public static Locale language(HttpServletRequest request) {
        try {
            var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            if (accepted == null) {
                return VIETNAMESE;
            }
            var match = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return match == null ? VIETNAMESE : match;
        } catch (IllegalArgumentException | RequestRejectedException malformed) {
            return VIETNAMESE;
        }
    }

    public ResponseEntity<Object> respond(Problem problem, HttpServletRequest request) {
        var response = ResponseEntity.status(problem.kind().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers(problem).forEach(response::header);
        StandingHeaders.ALL.forEach(
                response::header); // what the firewall refuses comes here past the chain that sets them
        response.cacheControl(CacheControl.noStore());
        return response.body(body(problem, request));
    }

    /** For filters, which stand outside the controllers. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.kind().status());
        add(headers(problem), response);
        // No chain has passed it, perhaps, and who refuses in Tomcat's place has none.
        add(StandingHeaders.ALL, response);
        add(Map.of(HttpHeaders.CACHE_CONTROL, "no-store"), response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(body(problem, request)));
    }

    /** For an answer that holds several outcomes, each with its own problem. */
    public ProblemDetail describe(Problem problem, HttpServletRequest request) {
        return body(problem, request);
    }

    private static void add(Map<String, String> headers, HttpServletResponse response) {
        headers.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }

    private static Map<String, String> headers(Problem problem) {
        var headers = new LinkedHashMap<>(problem.headers());
        var pause = problem.retryAfter();
        if (pause != null) {
            headers.put(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
        }
        if (problem.kind().status() == 401) {
            headers.putIfAbsent(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return headers;
    }

    private ProblemDetail body(Problem problem, HttpServletRequest request) {
        var locale = language(request);
        var kind = problem.kind();
        var body = ProblemDetail.forStatus(kind.status());
        body.setType(URI.create("urn:motcua:problem:" + kind.slug()));
        body.setTitle(text(kind, locale, kind.slug() + ".title"));
        body.setDetail(text(kind, locale, kind.slug() + ".detail", problem.arguments()));
        instance(request).ifPresent(body::setInstance);
        var trace = MDC.get("traceId");
        if (trace != null) {
            body.setProperty("traceId", trace);
        }
        problem.members().forEach(body::setProperty);
        if (!problem.faults().isEmpty()) {
            body.setProperty(
                    "errors",
                    problem.faults().stream().map(it -> field(kind, locale, it)).toList());
        }
        return body;
    }

    /** Nothing if the caller's address is no URI, or so broken that Tomcat has read none. */
    private static Optional<URI> instance(HttpServletRequest request) {
        // What failed before the controllers is worded at an address that nobody has asked.
        var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> field(ProblemKind kind, Locale locale, Problem.FieldFault fault) {
        var detail = fault.detail();
        return Map.of(
                "pointer", fault.pointer(),
                "code", fault.code(),
                "detail", detail == null ? fieldText(kind, locale, fault) : detail);
    }

    private static String fieldText(ProblemKind kind, Locale locale, Problem.FieldFault fault) {
        return find(kind, locale, "field." + fault.code(), fault.arguments())
                // A code without words of its own still names the field.
                .orElseGet(() -> text(PlatformProblem.INVALID_FIELD, locale, "field.invalid"));
    }

    private static String text(ProblemKind kind, Locale locale, String key, Object... arguments) {
        return find(kind, locale, key, arguments)
                .orElseThrow(
                        () -> new IllegalStateException("No text " + key + " for " + locale + " in " + kind.bundle()));
    }

    /** The service's own words, else the platform's. */
    private static Optional<String> find(ProblemKind kind, Locale locale, String key, Object... arguments) {
        var loader = kind.getClass().getClassLoader();
        return Stream.of(kind.bundle(), PlatformProblem.INTERNAL.bundle())
                .map(it -> ResourceBundle.getBundle(it, locale, loader, NO_FALLBACK))
                .filter(it -> it.containsKey(key))
                .findFirst()
                .map(it -> new MessageFormat(it.getString(key), locale).format(arguments));
    }
}
