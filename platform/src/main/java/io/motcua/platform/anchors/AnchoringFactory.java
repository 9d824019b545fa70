package io.motcua.platform.anchors;

import io.motcua.platform.history.AggregatesFactory;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Opens the anchors of a service's aggregates. */
public final class AnchoringFactory {

    private final MongoTemplate mongo;
    private final AggregatesFactory aggregates;
    private final AnchorKeys keys;
    private final Clock clock;
    private final String service;

    AnchoringFactory(MongoTemplate mongo, AggregatesFactory aggregates, AnchorKeys keys, Clock clock, String service) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.keys = keys;
        this.clock = clock;
        this.service = service;
    }

    /**
     * @param collection opened by {@link AggregatesFactory#anchored}
     * @param topic where anchors are announced
     * @param zone whose days count
     */
    public Anchoring of(String collection, String topic, ZoneId zone, Anchoring.Announcement announcement) {
        return new Anchoring(
                aggregates.of("anchors", Anchor.class, topic),
                new Waiting(mongo, collection),
                new Trees(mongo),
                keys,
                clock,
                service,
                zone,
                announcement);
    }
}
