package io.motcua.dossier.uploads.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every answer of the protocol names its version, a refusal before the controller too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TusHeaders extends OncePerRequestFilter {

    private static final Pattern UPLOADS =
            Pattern.compile("/api/v1/agencies/[^/]+/dossiers/[^/]+/attachments/uploads(/[^/]*)?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UPLOADS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        chain.doFilter(request, response);
    }
}
