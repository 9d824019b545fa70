package io.motcua.gateway.apps;

import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppConfiguration {

    /** What happens to apps stays here: none of its entries is published. */
    private static final String NO_TOPIC = "-";

    @Bean
    Aggregates<App> appRecords(AggregatesFactory aggregates) {
        return aggregates.of("apps", App.class, NO_TOPIC);
    }

    /** Part of readiness, once; an outage of the store later on takes no app away. */
    @Bean
    HealthIndicator appsHealthIndicator(KnownApps apps) {
        return () -> (apps.ready() ? Health.up() : Health.outOfService()).build();
    }
}
