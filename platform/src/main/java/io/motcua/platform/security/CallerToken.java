package io.motcua.platform.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** A checked access token and the caller that it speaks for. */
public final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final Jwt token;

    CallerToken(Caller caller, Jwt token) {
        super(List.of());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    /** The token of the current request, if it came with one. */
    public static Optional<CallerToken> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(CallerToken.class::isInstance)
                .map(CallerToken.class::cast);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** The token as it came; {@code getTokenValue} is what stood in the header. */
    @Override
    public Jwt getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return caller.person();
    }
}
