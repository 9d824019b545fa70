package io.motcua.notification.messages;

import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.events.Topics;
import io.motcua.platform.history.AggregatesFactory;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    Messages messages(AggregatesFactory factory, MeterRegistry meters, ApplicationEventPublisher nudges) {
        return new Messages(factory, new MessageMeters(meters), nudges);
    }

    @Bean
    NewTopic notifications() {
        return TopicBuilder.name(Topics.NOTIFICATIONS).partitions(4).build();
    }

    @Bean
    NewTopic notificationDeadLetters() {
        return TopicBuilder.name(Topics.NOTIFICATIONS + "-dlt").partitions(1).build();
    }
}
