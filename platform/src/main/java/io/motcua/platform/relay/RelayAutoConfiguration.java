package io.motcua.platform.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.platform.history.AggregatesFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

@AutoConfiguration(
        afterName = {
            "io.motcua.platform.history.HistoryAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConditionalOnClass({KafkaTemplate.class, MongoTemplate.class})
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    @ConditionalOnBean(AggregatesFactory.class)
    Relay relay(
            AggregatesFactory aggregates,
            MongoTemplate mongo,
            KafkaTemplate<String, byte[]> kafka,
            RelaySettings settings,
            Clock clock,
            MeterRegistry meters,
            @Value("${spring.application.name}") String name) {
        return new Relay(aggregates, mongo, kafka, new EventRecords("/" + name), settings, clock, meters);
    }

    @Bean
    TopicKeeper topicKeeper(KafkaAdmin admin) {
        return new TopicKeeper(admin, Duration.ofSeconds(1));
    }
}
