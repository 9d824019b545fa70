package io.motcua.catalog;

import io.motcua.events.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topics that this service owns: brokers do not make them up. */
@Configuration(proxyBeanMethods = false)
class CatalogTopics {

    /** Order is promised within a key only, so partitions are for throughput; the catalogue is small. */
    private static final int PARTITIONS = 4;

    /** Compacted and never shortened by time: a copy that starts from nothing finds every key's current state. */
    @Bean
    NewTopic catalogTopic() {
        return TopicBuilder.name(Topics.CATALOG)
                .partitions(PARTITIONS)
                .compact()
                .build();
    }

    @Bean
    NewTopic catalogDeadLetters() {
        return TopicBuilder.name(Topics.CATALOG + "-dlt")
                .partitions(1)
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(30).toMillis()))
                .build();
    }
}
