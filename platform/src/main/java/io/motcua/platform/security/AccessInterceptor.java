package io.motcua.platform.security;

import io.motcua.platform.placement.Placements;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Enforces {@link Access}, and that the agency in the path is served here. */
final class AccessInterceptor implements HandlerInterceptor {

    private final Placements placements;

    AccessInterceptor(Placements placements) {
        this.placements = placements;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isInfrastructure(method)) {
            return true;
        }
        var access = Access.Of.handler(method);
        var caller = Caller.current();
        var agency = agency(request);
        if (access == null) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        if (access.value() != Access.Who.ANYONE && caller.anonymous()) {
            throw new Problem(PlatformProblem.UNAUTHENTICATED);
        }
        if (access.value() == Access.Who.ROLES
                && Arrays.stream(access.roles()).noneMatch(it -> has(caller, agency, it, access.atAnyAgency()))) {
            throw new Problem(PlatformProblem.FORBIDDEN);
        }
        if (agency != null && !placements.serves(agency)) {
            throw new Problem(PlatformProblem.WRONG_PLACEMENT, agency);
        }
        return true;
    }

    private static boolean has(Caller caller, @Nullable String agency, String role, boolean atAnyAgency) {
        if (agency == null) {
            return atAnyAgency ? caller.hasSomewhere(role) : caller.hasEverywhere(role);
        }
        return caller.has(agency, role);
    }

    private static @Nullable String agency(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? (String) variables.get("agency")
                : null;
    }

    private static boolean isInfrastructure(HandlerMethod method) {
        var owner = method.getBeanType().getName();
        return owner.startsWith("org.springframework.")
                || owner.startsWith("org.springdoc.")
                || ErrorController.class.isAssignableFrom(method.getBeanType());
    }
}
