package io.motcua.platform.placement;

import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.Copies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;

@AutoConfiguration(
        beforeName = {
            "io.motcua.platform.consumption.ConsumptionAutoConfiguration",
            "io.motcua.platform.copies.CopiesAutoConfiguration"
        })
@EnableConfigurationProperties(PlacementSettings.class)
class PlacementAutoConfiguration {

    private static final String HAS_RECORDS = "!'${motcua.placement.records.topic:}'.isBlank()";

    @Bean
    Placements placements(PlacementSettings settings, @Value("${spring.application.name}") String service) {
        return new Placements(settings.agency(), service, settings.records().topic() != null);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({KafkaTemplate.class, MongoTemplate.class})
    @ConditionalOnExpression(HAS_RECORDS)
    static class Recorded {

        @Bean
        PlacementRecords placementRecords(Placements placements, Copies copies) {
            return new PlacementRecords(placements, copies);
        }

        @Bean
        Subscription placementSubscription(PlacementRecords records, PlacementSettings settings) {
            var from = settings.records();
            return records.subscription(String.valueOf(from.topic()), from.type());
        }

        /** Part of readiness, once; an outage of the store later on takes no placement away. */
        @Bean
        HealthIndicator placementsHealthIndicator(Placements placements) {
            return () -> (placements.ready() ? Health.up() : Health.outOfService()).build();
        }
    }
}
