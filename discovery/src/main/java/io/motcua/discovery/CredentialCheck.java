package io.motcua.discovery;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Finds the credential that a request came with. */
final class CredentialCheck implements AuthenticationProvider {

    private final Credentials credentials;

    CredentialCheck(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        return credentials
                .find(presented.getName(), String.valueOf(presented.getCredentials()))
                .map(it -> UsernamePasswordAuthenticationToken.authenticated(
                        it, null, List.of(new SimpleGrantedAuthority(it.kind().name()))))
                .orElseThrow(() -> new BadCredentialsException("No such credential"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
