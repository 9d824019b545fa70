package io.motcua.platform.consumption;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(KafkaTemplate.class)
class ConsumptionAutoConfiguration {

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new DeadLetters(kafka, meters, service);
    }

    @Bean
    @ConditionalOnBean(Subscription.class)
    SharedSubscriptions sharedSubscriptions(
            ObjectProvider<Subscription> subscriptions,
            ConsumerFactory<String, byte[]> consumers,
            DeadLetters deadLetters,
            Share share,
            MeterRegistry meters) {
        return new SharedSubscriptions(subscriptions.orderedStream().toList(), consumers, deadLetters, share, meters);
    }
}
