package io.motcua.payment.orders.mongo;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.motcua.platform.observation.CountedGauge;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** {@code motcua.payments}: how many orders each agency has in which state, counted now and then and not on every write. */
@Component
class OrderGauges {

    private final MongoTemplate mongo;
    private final CountedGauge gauge;

    OrderGauges(MongoTemplate mongo, MeterRegistry meters) {
        this.mongo = mongo;
        this.gauge = new CountedGauge(MultiGauge.builder("motcua.payments")
                .description("Fee orders by agency and status")
                .register(meters));
    }

    @Scheduled(fixedDelayString = "${motcua.payment.gauges-interval:15s}")
    void refresh() {
        var counting = newAggregation(group("agency", "state.status").count().as("orders"));
        var counted = mongo.aggregate(counting, OrderCollection.NAME, Document.class);
        gauge.show(counted.getMappedResults().stream()
                .collect(Collectors.toMap(OrderGauges::tags, it -> it.get("orders", Number.class))));
    }

    private static Tags tags(Document counted) {
        var key = counted.get("_id", Document.class);
        return Tags.of("agency", key.getString("agency"), "status", key.getString("status"));
    }
}
