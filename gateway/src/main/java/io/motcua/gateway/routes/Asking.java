package io.motcua.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A request on its way to a service.
 *
 * @param token in place of the one that the caller came with; null where that one is passed on
 */
record Asking(
        Routes.Route route,
        Target target,
        HttpMethod method,
        HttpServletRequest request,
        @Nullable String token) {}
