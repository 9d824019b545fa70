package io.motcua.platform.register;

import com.netflix.discovery.EurekaClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.TimeoutProperties;
import org.springframework.cloud.netflix.eureka.http.DefaultEurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier.RequestConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.InterceptingClientHttpRequestFactory;
import org.springframework.http.client.support.BasicAuthenticationInterceptor;

/** Sends the credential with every request of the Eureka client, in place of Spring Cloud's own supplier. */
@AutoConfiguration(
        beforeName = "org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration")
@ConditionalOnClass(EurekaClient.class)
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RegisterAutoConfiguration.class);

    @Bean
    EurekaClientHttpRequestFactorySupplier registerCredential(
            RegisterSettings settings,
            ObjectProvider<TimeoutProperties> timeouts,
            ObjectProvider<RequestConfigCustomizer> customizers) {
        Set<RequestConfigCustomizer> all = customizers.orderedStream().collect(Collectors.toSet());
        var plain =
                new DefaultEurekaClientHttpRequestFactorySupplier(timeouts.getIfAvailable(TimeoutProperties::new), all);
        if (settings.secret().isBlank()) {
            log.warn("No credential for the register of instances (MOTCUA_REGISTER_SECRET): it will refuse this one");
            return plain;
        }
        var credential = new BasicAuthenticationInterceptor(
                settings.name(), settings.secret().strip());
        return (tls, names) -> new InterceptingClientHttpRequestFactory(plain.get(tls, names), List.of(credential));
    }
}
