package io.motcua.catalog.agencies;

import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The agencies' records for an agency's own catalogue, which keeps none: they are the hub's, whose events tell them. So there
 * is one place where an agency is added, placed and withdrawn.
 */
class HubAgencies {

    private static final String COPY = "hub-agencies";
    private static final int MOST = 10_000;

    private final CopiedDocuments<Agency> records;

    private HubAgencies(Copies copies) {
        this.records = copies.documents("hubAgencies", Agency.class);
    }

    Optional<Agency> find(String agency) {
        return records.get(agency);
    }

    List<Agency> all() {
        return records.find(new Criteria(), Sort.by("_id"), MOST);
    }

    private void keep(AgencyRecorded it, About about) {
        var agency = new Agency(
                it.agency(),
                it.names(),
                it.kind(),
                it.localPrefix(),
                it.placements(),
                it.validFrom(),
                it.validTo(),
                "hub");
        records.put(it.agency(), it.agency(), about, agency);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${motcua.placement.agency:}'.isBlank()")
    static class OfOwnCatalogue {

        @Bean
        HubAgencies hubAgencies(Copies copies) {
            return new HubAgencies(copies);
        }

        @Bean
        Subscription hubAgenciesSubscription(HubAgencies agencies) {
            return Subscription.to(Topics.CATALOG)
                    .on(AgencyRecorded.TYPE.name(), AgencyRecorded.class, agencies::keep)
                    .asCopy(COPY);
        }
    }
}
