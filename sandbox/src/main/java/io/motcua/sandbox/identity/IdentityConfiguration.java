package io.motcua.sandbox.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.motcua.sandbox.pages.Languages;
import io.motcua.sandbox.storage.DataFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Spring Authorization Server with our sign-ins and claims; the clients are data in {@code application.yml}. No consent
 * screen: the platform is the state's, not a third party's.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** What every service of the platform expects to find in {@code aud}. */
    static final String AUDIENCE = "motcua";

    private static final String LOGIN = "/login";
    private static final int REMEMBERED_AUTHORIZATIONS = 1_000;
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain protocolEndpoints(HttpSecurity http, SignIns signIns) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(context -> {
                var subject = context.getAuthorization().getPrincipalName();
                var info = OidcUserInfo.builder().subject(subject);
                signIns.find(subject).map(SignIn::claims).orElse(Map.of()).forEach(info::claim);
                return info.build();
            })));
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()));
        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint(LOGIN),
                PathPatternRequestMatcher.pathPattern("/oauth2/authorize")));
        return http.build();
    }

    /**
     * Everything else is open: the bank's protocol is protected by its signatures, and a sandbox holds no secrets. Only
     * signing in and out changes what a browser is, so only these need a CSRF token.
     */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(csrf -> csrf.requireCsrfProtectionMatcher(new OrRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, LOGIN),
                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout"))));
        http.formLogin(form -> form.loginPage(LOGIN).failureHandler(backToLogin()));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)));
        return http.build();
    }

    private static AuthenticationFailureHandler backToLogin() {
        return (request, response, _) -> {
            var language = request.getParameter(Languages.PARAMETER);
            var kept = language != null && Set.of("vi", "en").contains(language)
                    ? "&" + Languages.PARAMETER + "=" + language
                    : "";
            response.sendRedirect(LOGIN + "?error" + kept);
        };
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(DataFolder folder) {
        return new ImmutableJWKSet<>(SigningKeys.loadOrCreate(folder));
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new RecentAuthorizations(REMEMBERED_AUTHORIZATIONS);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(SignIns signIns) {
        return context -> {
            Optional.<Authentication>ofNullable(context.getPrincipal())
                    .flatMap(principal -> signIns.find(principal.getName()))
                    .ifPresent(person -> context.getClaims().claims(claims -> claims.putAll(person.claims())));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(List.of(AUDIENCE));
            }
        };
    }
}
