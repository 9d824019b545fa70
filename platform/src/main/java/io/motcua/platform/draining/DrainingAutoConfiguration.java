package io.motcua.platform.draining;

import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import com.netflix.discovery.EurekaClient;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(DrainingAutoConfiguration.class);

    /**
     * Out of the register first: a request that is sent to an instance while it stops is lost if it may not be repeated. Spring
     * Cloud's own registration ends by the same event as well, but leaves no time.
     *
     * @param pause longer than a gateway takes to read the register (2 s) and the register to answer anew (1 s)
     */
    @Bean
    @ConditionalOnBean(EurekaClient.class)
    Farewell draining(
            EurekaClient register, ApplicationContext own, @Value("${motcua.draining.pause:8s}") Duration pause) {
        return new Farewell(own, pause, () -> left(register));
    }

    /** @return whether it was in the register, so that somebody may still be sent here */
    static boolean left(EurekaClient register) {
        if (register.getApplicationInfoManager().getInfo().getStatus() != InstanceStatus.UP) {
            return false;
        }
        // Takes the entry out at once. A mere change of status waits for up to half a minute when there was one before.
        register.shutdown();
        log.info("Out of the register");
        return true;
    }
}
