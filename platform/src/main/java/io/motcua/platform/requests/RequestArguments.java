package io.motcua.platform.requests;

import io.motcua.platform.history.Cause;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link Cause} and {@link IfMatch} to controllers. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Cause.class || parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == IfMatch.class) {
            return IfMatch.of(webRequest.getHeader(HttpHeaders.IF_MATCH));
        }
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return request.getAttribute(RequestKeyFilter.CAUSE) instanceof Cause cause
                ? cause
                : Cause.request(UUID.randomUUID().toString());
    }
}
