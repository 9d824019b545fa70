package io.motcua.platform.requests;

import io.motcua.platform.history.Cause;
import io.motcua.platform.history.Digest;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Gives every POST and PATCH an {@code Idempotency-Key}: the same key and body get the same answer, and what the request
 * does is caused by the key, so that even a repeat after a crash takes effect once.
 */
final class RequestKeyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestKeyFilter.class);

    static final String CAUSE = RequestKeyFilter.class.getName() + ".cause";
    private static final String HEADER = "Idempotency-Key";
    private static final List<String> REMEMBERED_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION);
    /** They say how things stood at that moment, or with other headers; the same request may fare better later. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 404, 409, 412, 421, 428, 429);

    private final RequestMappingHandlerMapping handlers;
    private final RememberedRequests remembered;
    private final RequestSettings settings;
    private final ProblemRenderer renderer;

    RequestKeyFilter(
            RequestMappingHandlerMapping handlers,
            RememberedRequests remembered,
            RequestSettings settings,
            ProblemRenderer renderer) {
        this.handlers = handlers;
        this.remembered = remembered;
        this.settings = settings;
        this.renderer = renderer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Set.of("POST", "PATCH", "PUT").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            switch (need(request)) {
                case NONE -> chain.doFilter(request, response);
                case SIZE -> chain.doFilter(BufferedRequest.of(request, limit()), response);
                case KEY -> withKey(request, response, chain, true);
                case KEY_ALONE -> withKey(request, response, chain, false);
            }
        } catch (Problem problem) {
            renderer.write(problem, request, response);
        } catch (DataAccessException away) {
            log.error("The store failed", away);
            renderer.write(
                    new Problem(PlatformProblem.NOT_READY, "store").retryAfter(Duration.ofSeconds(5)),
                    request,
                    response);
        }
    }

    private void withKey(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean kept)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key == null || !key.matches("[\\x21-\\x7e]{1,128}")) {
            throw new Problem(PlatformProblem.REQUEST_KEY_REQUIRED);
        }
        var buffered = BufferedRequest.of(request, limit());
        var id = Digest.sha256(String.join("\0", Caller.current().person(), request.getMethod(), target(request), key));
        var bodyHash = Digest.sha256(buffered.body());
        var answer = remembered.answer(id, bodyHash);
        if (answer.isPresent()) {
            replay(answer.get(), response);
            return;
        }
        run(remembered.claim(id, bodyHash), buffered, response, chain, kept);
    }

    private void run(
            RememberedRequests.Claim claim,
            BufferedRequest request,
            HttpServletResponse response,
            FilterChain chain,
            boolean kept)
            throws ServletException, IOException {
        request.setAttribute(CAUSE, Cause.request(claim.id()));
        var caching = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, caching);
            answered = kept && isRemembered(caching.getStatus());
        } finally {
            if (!answered) {
                remembered.forget(claim);
            }
        }
        if (answered) {
            remembered.remember(claim, answer(caching));
        }
        caching.copyBodyToResponse();
    }

    private static RememberedRequests.Answer answer(ContentCachingResponseWrapper response) {
        var headers = new TreeMap<String, String>();
        for (var name : REMEMBERED_HEADERS) {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new RememberedRequests.Answer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static void replay(RememberedRequests.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body());
    }

    private static boolean isRemembered(int status) {
        return status >= 200 && status < 500 && !PASSING.contains(status);
    }

    private int limit() {
        return (int) settings.maxBody().toBytes();
    }

    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private enum Need {
        NONE,
        /** A PUT repeats by its own nature; only its size is watched. */
        SIZE,
        KEY,
        /** A key, but its answer is not kept. */
        KEY_ALONE
    }

    private static boolean isForAnyone(HandlerMethod method) {
        var access = Access.Of.handler(method);
        return access != null && access.value() == Access.Who.ANYONE;
    }

    /** Only what a controller answers: actuator endpoints, unknown addresses and what is passed on need nothing. */
    private Need need(HttpServletRequest request) throws ServletException {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            var chain = handlers.getHandler(request);
            if (chain == null || !(chain.getHandler() instanceof HandlerMethod method)) {
                return Need.NONE;
            }
            if (Caller.current().anonymous() && !isForAnyone(method)) {
                // Refused by the interceptor, whatever it says: neither its body nor its key is worth a place.
                return Need.NONE;
            }
            if (request.getMethod().equals("PUT")) {
                return Need.SIZE;
            }
            if (method.hasMethodAnnotation(WithoutRequestKey.class)) {
                return Need.NONE;
            }
            return method.hasMethodAnnotation(AnsweredOnce.class) ? Need.KEY_ALONE : Need.KEY;
        } catch (ServletException unsupported) {
            // A wrong method or media type: the dispatcher says so in its own words.
            return Need.NONE;
        } catch (Exception e) {
            throw new ServletException("No handler can be looked up", e);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }
}
