package io.motcua.gateway.edge;

import io.motcua.platform.draining.Farewell;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeavingConfiguration {

    /**
     * Before Spring Boot hears of the end and closes the management port, and the web server after it.
     *
     * @param pause longer than a balancer takes to ask for readiness again
     */
    @Bean
    Farewell leavingFirst(
            Leaving leaving, ApplicationContext own, @Value("${motcua.draining.pause:8s}") Duration pause) {
        return new Farewell(own, pause, leaving::leave);
    }
}
