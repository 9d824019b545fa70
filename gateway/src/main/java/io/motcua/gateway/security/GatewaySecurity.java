package io.motcua.gateway.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import io.motcua.gateway.problems.GatewayProblem;
import io.motcua.gateway.problems.Problem;
import io.motcua.gateway.problems.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The first check of two: here that a token holds, in the service what it allows. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    private static final String AGENCY = "/api/v1/agencies/{agency}";

    /** What anyone may read: who is there, what is offered, how far it is, and one's dossier by its code. */
    private static final String[] PUBLIC = {
        "/api/v1/agencies",
        AGENCY,
        AGENCY + "/units/**",
        AGENCY + "/calendars/**",
        AGENCY + "/services/**",
        "/api/v1/rollout/**",
        "/api/v1/lookup/**",
        AGENCY + "/payments/vnpay/ipn",
        AGENCY + "/payments/vnpay/return",
    };

    @Bean
    SecurityFilterChain gateway(HttpSecurity http, TokenSettings settings, TokenRefusals refusals, Problems problems) {
        var issuers = new JwtIssuerAuthenticationManagerResolver(new TrustedIssuers(settings));
        return http.authorizeHttpRequests(it -> it.requestMatchers(GET, PUBLIC)
                        .permitAll()
                        .requestMatchers(HEAD, PUBLIC)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(it -> it.authenticationManagerResolver(issuers)
                        .authenticationEntryPoint(refusals)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(refusals);
                                return filter;
                            }
                        }))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals)
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(new Problem(GatewayProblem.FORBIDDEN), request, response)))
                .build();
    }

    /** A path that tries to be another one: encoded slashes, dots, semicolons. */
    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, _) ->
                problems.write(new Problem(GatewayProblem.MALFORMED_REQUEST), request, response);
    }
}
