package io.motcua.discovery;

import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import io.motcua.discovery.Credential.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.cloud.netflix.eureka.server.ReplicationClientAdditionalFilters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Opens the register to holders of a credential, to each what it is for, and nothing that is not named here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterSecurity {

    private static final String INSTANCE = "/eureka/apps/{service}/{id}";
    /** By these the gateway balances; whatever else is in the metadata stays as it was registered. */
    private static final Set<String> CHANGEABLE = Set.of("weight", "zone");

    @Bean
    SecurityFilterChain doors(HttpSecurity http, RegisterSettings settings, Environment environment) {
        var credentials = settings.credentials(environment);
        return http.authorizeHttpRequests(it -> it.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/eureka/apps/**",
                                "/eureka/vips/{name}",
                                "/eureka/svips/{name}",
                                "/eureka/instances/{id}")
                        .hasAnyAuthority(Kind.READER.name(), Kind.PEER.name())
                        .requestMatchers(HttpMethod.POST, "/eureka/apps/{service}")
                        .access(holder((_, who) -> who.kind() == Kind.PLACEMENT))
                        .requestMatchers(HttpMethod.PUT, INSTANCE, INSTANCE + "/status")
                        .access(holder(RegisterSecurity::owns))
                        .requestMatchers(HttpMethod.DELETE, INSTANCE, INSTANCE + "/status")
                        .access(holder(RegisterSecurity::owns))
                        .requestMatchers(HttpMethod.PUT, INSTANCE + "/metadata")
                        .access(holder((what, who) -> owns(what, who)
                                && CHANGEABLE.containsAll(
                                        what.getRequest().getParameterMap().keySet())))
                        .requestMatchers("/eureka/**")
                        .hasAuthority(Kind.PEER.name())
                        .anyRequest()
                        .denyAll())
                .httpBasic(Customizer.withDefaults())
                .authenticationProvider(new CredentialCheck(credentials))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Jersey's configuration is complete before other beans are made, so it is met on its way. */
    @Bean
    static BeanPostProcessor registrationsAreLookedAt(
            ObjectProvider<PeerAwareInstanceRegistry> register, ObjectProvider<RegisterSettings> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ResourceConfig jersey) {
                    jersey.register(new Registrations(register::getObject, settings.getObject()));
                }
                return bean;
            }
        };
    }

    @Bean
    ReplicationClientAdditionalFilters toPeersWithCredential(RegisterSettings settings) {
        var header = HttpHeaders.encodeBasicAuth(settings.name(), settings.secret(), null);
        ClientRequestFilter credential =
                request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Basic " + header);
        return new ReplicationClientAdditionalFilters(settings.secret().isEmpty() ? List.of() : List.of(credential));
    }

    private static boolean owns(RequestAuthorizationContext what, Credential who) {
        var path = what.getVariables();
        return who.manages(path.getOrDefault("service", ""), path.getOrDefault("id", ""));
    }

    /** A peer may do what its clients did; nobody else may say that it is one. */
    private static AuthorizationManager<RequestAuthorizationContext> holder(Rule rule) {
        return (authentication, what) -> new AuthorizationDecision(
                switch (principal(authentication.get())) {
                    case Credential peer when peer.kind() == Kind.PEER -> true;
                    case Credential who -> !isReplication(what.getRequest()) && rule.allows(what, who);
                    default -> false;
                });
    }

    private static Object principal(Authentication authentication) {
        return authentication.getPrincipal() == null ? "" : authentication.getPrincipal();
    }

    private static boolean isReplication(HttpServletRequest request) {
        return request.getHeader("x-netflix-discovery-replication") != null;
    }

    private interface Rule {
        boolean allows(RequestAuthorizationContext what, Credential who);
    }
}
