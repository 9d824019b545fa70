package io.motcua.sandbox.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Everybody who can sign in: who is listed in {@code sign-ins.yml}, and sample staff of any agency. */
@ConfigurationProperties("motcua.sandbox")
class SignIns implements UserDetailsService {

    private final List<SignIn> all;
    private final Map<String, SignIn> byUsername;

    @ConstructorBinding
    SignIns(@DefaultValue List<SignIn> signIns) {
        this.all = List.copyOf(signIns);
        this.byUsername = all.stream()
                .collect(Collectors.toUnmodifiableMap(SignIn::username, Function.identity(), (one, _) -> {
                    throw new IllegalArgumentException("Two sign-ins are named " + one.username());
                }));
    }

    List<SignIn> all() {
        return all;
    }

    Optional<SignIn> find(String username) {
        return Optional.ofNullable(byUsername.get(username)).or(() -> SampleStaff.named(username));
    }

    /** The passwords are public samples and shown on the login page, hence not hashed. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        return find(username)
                .map(person -> User.withUsername(person.username())
                        .password("{noop}" + person.password())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("Unknown sign-in"));
    }
}
