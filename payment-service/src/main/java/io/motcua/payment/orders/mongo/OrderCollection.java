package io.motcua.payment.orders.mongo;

import io.motcua.events.Topics;
import io.motcua.payment.orders.Order;
import io.motcua.platform.history.Aggregates;
import io.motcua.platform.history.AggregatesFactory;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.kafka.config.TopicBuilder;

/** The collection of the orders and the topic that their histories are published on. */
@Configuration(proxyBeanMethods = false)
class OrderCollection {

    static final String NAME = "orders";

    @Bean
    Aggregates<Order> orderAggregates(AggregatesFactory factory) {
        Aggregates<Order> orders = factory.of(NAME, Order.class, Topics.PAYMENTS);
        orders.index(new Index("agency", Sort.Direction.ASC).on("state.dossier", Sort.Direction.ASC));
        orders.index(new Index("state.askAt", Sort.Direction.ASC).sparse());
        orders.index(new Index("state.status", Sort.Direction.ASC).on("state.expiresAt", Sort.Direction.ASC));
        return orders;
    }

    @Bean
    NewTopic payments() {
        return TopicBuilder.name(Topics.PAYMENTS).partitions(4).build();
    }

    @Bean
    NewTopic deadPayments() {
        return TopicBuilder.name(Topics.PAYMENTS + "-dlt").partitions(1).build();
    }
}
