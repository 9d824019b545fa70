package io.motcua.dossier.proof;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.events.Topics;
import io.motcua.events.dossier.HistoriesAnchored;
import io.motcua.platform.anchors.Anchor;
import io.motcua.platform.anchors.Anchoring;
import io.motcua.platform.anchors.AnchoringFactory;
import io.motcua.platform.history.Audience;
import io.motcua.platform.history.EntryType;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    private static final EntryType ANCHORED = new EntryType(HistoriesAnchored.TYPE.name(), Audience.PUBLIC, true);

    @Bean
    Anchoring anchoring(AnchoringFactory factory) {
        return factory.of(
                "dossiers",
                Topics.DOSSIERS,
                WorkingCalendar.VIETNAM,
                new Anchoring.Announcement(ANCHORED, ProofConfiguration::announced));
    }

    private static HistoriesAnchored announced(Anchor anchor) {
        return new HistoriesAnchored(
                anchor.agency(),
                LocalDate.parse(anchor.day()),
                anchor.leaves(),
                anchor.root(),
                anchor.previous(),
                anchor.jws());
    }
}
