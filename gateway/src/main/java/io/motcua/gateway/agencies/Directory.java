package io.motcua.gateway.agencies;

import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which agencies there are and which of them have instances of their own. Placement is data, not liveness: nothing here
 * asks who is running. Answers come from memory, so that they outlive store and broker.
 */
@Component
public class Directory {

    static final String COPY = "agencies";

    private static final Logger log = LoggerFactory.getLogger(Directory.class);
    private static final int MOST_AGENCIES = 10_000;

    private final Copies copies;
    private final CopiedDocuments<Agency> agencies;
    private volatile @Nullable Map<String, Agency> known;

    Directory(Copies copies) {
        this.copies = copies;
        this.agencies = copies.documents(COPY, Agency.class);
    }

    Subscription subscription() {
        return Subscription.to(Topics.CATALOG)
                .on(AgencyRecorded.TYPE.name(), AgencyRecorded.class, this::keep)
                .asCopy(COPY);
    }

    private void keep(AgencyRecorded event, About about) {
        agencies.put(event.agency(), event.agency(), about, Agency.of(event));
        refresh();
    }

    /** Takes up what other instances of the gateway have read of the events. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        try {
            if (known == null && !copies.complete(COPY)) {
                return;
            }
            known = agencies.find(new Criteria(), Sort.by("_id"), MOST_AGENCIES).stream()
                    .collect(Collectors.toUnmodifiableMap(it -> plain(it.code()), Function.identity()));
        } catch (DataAccessException away) {
            log.warn("The agencies are taken from memory, since the store does not answer: {}", away.getMessage());
        }
    }

    /** Whether requests can be told apart by agency. */
    boolean ready() {
        return known != null;
    }

    /** The code as the agency's record spells it; nothing for an agency that has none. */
    public Optional<String> spelling(String agency) {
        return find(agency).map(Agency::code);
    }

    /** Whether the agency runs its own instances of the service; then no others will do. */
    public boolean hasItsOwn(String agency, String service) {
        return find(agency).filter(it -> it.hasItsOwn(service)).isPresent();
    }

    private Optional<Agency> find(String agency) {
        var all = known;
        if (all == null) {
            throw new Problem(PlatformProblem.NOT_READY, COPY).retryAfter(Duration.ofSeconds(2));
        }
        return Optional.ofNullable(all.get(plain(agency)));
    }

    /** Written otherwise, it is still not the pool's. */
    private static String plain(String agency) {
        return agency.toUpperCase(Locale.ROOT);
    }
}
