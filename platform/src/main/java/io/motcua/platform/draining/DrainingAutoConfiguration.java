package io.motcua.platform.draining;

import com.netflix.discovery.EurekaClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(afterName = "org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration")
@ConditionalOnClass(EurekaClient.class)
@ConditionalOnProperty(name = "eureka.client.register-with-eureka", matchIfMissing = true)
class DrainingAutoConfiguration {

    /** @param pause longer than a gateway takes to read the register (2 s) and the register to answer anew (1 s) */
    @Bean
    @ConditionalOnBean(EurekaClient.class)
    Draining draining(
            EurekaClient register, ApplicationContext own, @Value("${motcua.draining.pause:8s}") Duration pause) {
        return new Draining(register, own, pause);
    }
}
