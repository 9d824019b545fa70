package io.motcua.platform.placement;

import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;

/** This service's copy of the agencies' records, as far as they tell who is placed where. */
final class PlacementRecords {

    static final String COPY = "placements";

    private static final Logger log = LoggerFactory.getLogger(PlacementRecords.class);
    private static final int MOST_AGENCIES = 10_000;

    private final Placements placements;
    private final Copies copies;
    private final CopiedDocuments<Placed> records;

    PlacementRecords(Placements placements, Copies copies) {
        this.placements = placements;
        this.copies = copies;
        this.records = copies.documents(COPY, Placed.class);
    }

    Subscription subscription(String topic, String type) {
        return Subscription.to(topic).on(type, Placed.class, this::keep).asCopy(COPY);
    }

    private void keep(Placed placed, About about) {
        records.put(placed.agency(), placed.agency(), about, placed);
        refresh();
    }

    /** Takes up what other instances have read, and that the copy is complete. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            if (!placements.ready() && !copies.complete(COPY)) {
                return;
            }
            placements.known(records.find(new Criteria(), Sort.by("_id"), MOST_AGENCIES).stream()
                    .collect(Collectors.toMap(it -> Placements.plain(it.agency()), Function.identity())));
        } catch (DataAccessException away) {
            log.warn("Placements are taken from memory, since the store does not answer: {}", away.getMessage());
        }
    }
}
