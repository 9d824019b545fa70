package io.motcua.dossier.casework;

import io.motcua.events.Topics;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service publishes to, and where records go that its readers cannot read. */
@Configuration(proxyBeanMethods = false)
class Topic {

    private static final int PARTITIONS = 6;

    @Bean
    NewTopic dossiersTopic() {
        return topic(Topics.DOSSIERS);
    }

    @Bean
    NewTopic dossiersDeadLetterTopic() {
        return topic(Topics.DOSSIERS + "-dlt");
    }

    /** Replication is the broker's default: one on a laptop, three in production. */
    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
    }
}
