package io.motcua.platform.copies;

import io.motcua.platform.consumption.DeadLetters;
import io.motcua.platform.consumption.Subscription;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@AutoConfiguration(
        afterName = {
            "io.motcua.platform.consumption.ConsumptionAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnClass({KafkaTemplate.class, MongoTemplate.class})
class CopiesAutoConfiguration {

    @Bean
    CopyOffsets copyOffsets(MongoTemplate mongo) {
        return new CopyOffsets(mongo);
    }

    @Bean
    Copies copies(MongoTemplate mongo, CopyOffsets offsets) {
        return new Copies(mongo, offsets);
    }

    @Bean
    @ConditionalOnBean(Subscription.class)
    CopyFeeds copyFeeds(
            ObjectProvider<Subscription> subscriptions,
            CopyOffsets offsets,
            ConsumerFactory<String, byte[]> consumers,
            DeadLetters deadLetters) {
        var feeds = subscriptions
                .orderedStream()
                .filter(it -> it.copy() != null)
                .map(it -> new CopyFeed(it, Objects.requireNonNull(it.copy()), offsets, consumers, deadLetters))
                .toList();
        return new CopyFeeds(feeds);
    }

    @Bean
    CopiesHealth copiesHealthIndicator(ObjectProvider<Subscription> subscriptions, CopyOffsets offsets) {
        List<String> names = subscriptions
                .orderedStream()
                .flatMap(it -> java.util.stream.Stream.ofNullable(it.copy()))
                .distinct()
                .toList();
        return new CopiesHealth(names, offsets);
    }
}
