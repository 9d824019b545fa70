package io.motcua.gateway.agencies;

import io.motcua.platform.consumption.Subscription;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgenciesConfiguration {

    @Bean
    Subscription agencyRecords(Directory directory) {
        return directory.subscription();
    }

    /** Part of readiness, once; an outage of the store later on is none of the gateway. */
    @Bean
    HealthIndicator agenciesHealthIndicator(Directory directory) {
        return () -> (directory.ready() ? Health.up() : Health.outOfService()).build();
    }
}
