package io.motcua.platform.security;

import io.motcua.platform.placement.Placements;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.problems.ProblemRenderer;
import io.motcua.platform.problems.StandingHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A resource server with several issuers. The chain proves who calls; {@link Access} says what that allows. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        },
        afterName = {
            "io.motcua.platform.clock.ClockAutoConfiguration",
            "io.motcua.platform.placement.PlacementAutoConfiguration",
            "io.motcua.platform.problems.ProblemsAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityAutoConfiguration implements WebMvcConfigurer {

    /** Each only where the answer has not said it itself: so a service's are not doubled at the gateway. */
    private static final HeaderWriter STANDING = new StaticHeadersWriter(StandingHeaders.ALL.entrySet().stream()
            .map(it -> new Header(it.getKey(), it.getValue()))
            .toList());

    private final Placements placements;

    SecurityAutoConfiguration(Placements placements) {
        this.placements = placements;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor(placements));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    SecurityFilterChain platformSecurity(
            HttpSecurity http,
            @Value("${spring.application.name}") String service,
            SecuritySettings settings,
            PersonKeys persons,
            Clock clock,
            ProblemRenderer problems) {
        var issuers = new TrustedIssuers(Trust.at(placements, service, settings, new Callers(persons)), clock);
        AuthenticationEntryPoint unauthenticated = (request, response, failure) -> {
            if (failure instanceof InvalidBearerTokenException) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
            problems.write(problem(failure), request, response);
        };
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(it -> it.addHeaderWriter(STANDING))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(it -> it.bearerTokenResolver(new BearerTokens())
                        .authenticationManagerResolver((HttpServletRequest request) -> issuers.resolve(request))
                        .authenticationEntryPoint(unauthenticated))
                .exceptionHandling(it -> it.authenticationEntryPoint(unauthenticated))
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return PlainText.firewall();
    }

    /** A span and a timer for every filter of the chain would say nothing that the request's own do not. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static Problem problem(AuthenticationException failure) {
        return failure instanceof TrustedIssuers.IssuerAway
                ? new Problem(PlatformProblem.NOT_READY, "issuer").retryAfter(Duration.ofSeconds(5))
                : new Problem(PlatformProblem.UNAUTHENTICATED);
    }
}
