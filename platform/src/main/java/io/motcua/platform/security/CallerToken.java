package io.motcua.platform.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A checked access token and the caller that it speaks for. */
final class CallerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final Jwt token;

    CallerToken(Caller caller, Jwt token) {
        super(List.of());
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Jwt getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return caller.person();
    }
}
