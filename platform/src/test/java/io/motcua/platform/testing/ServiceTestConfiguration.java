package io.motcua.platform.testing;

import static org.awaitility.Awaitility.await;

import io.motcua.platform.placement.Placements;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@TestConfiguration(proxyBeanMethods = false)
class ServiceTestConfiguration {

    /** The ports are known only once the server has started; and nobody is sent to a service that is not ready. */
    @Bean
    @Lazy
    Api api(ApplicationContext service, Placements placements) {
        await("the agencies' records").atMost(Duration.ofSeconds(60)).until(placements::ready);
        return Api.at(service);
    }

    @Bean
    Events events() {
        return new Events();
    }

    /** The topic with the agencies' records exists, even if the service that writes it does not run here. */
    @Bean
    SmartInitializingSingleton placementRecordsTopic(
            ObjectProvider<NewTopic> own, @Value("${motcua.placement.records.topic:}") String topic) {
        return () -> {
            if (!topic.isBlank() && own.stream().noneMatch(it -> it.name().equals(topic))) {
                Events.createTopics(topic);
            }
        };
    }
}
