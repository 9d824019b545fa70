package io.motcua.dossier.figures;

import io.motcua.events.Names;
import io.motcua.events.Topics;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/**
 * The catalogue as figures need it. A copy of its own, fed from the start of the topic: what casework keeps of the catalogue
 * was written before anybody asked for sectors.
 */
@Component
class Matters {

    static final String NAME = "figures";

    private static final int MOST = 100_000;

    private final Copies copies;
    private final CopiedDocuments<Matter> matters;
    private final FigureSettings settings;

    Matters(Copies copies, FigureSettings settings) {
        this.copies = copies;
        this.settings = settings;
        this.matters = copies.documents("figureMatters", Matter.class);
    }

    Subscription subscription() {
        return Subscription.to(Topics.CATALOG)
                .on(ProcedureVersionRecorded.TYPE.name(), ProcedureVersionRecorded.class, (event, about) -> {
                    var matter = Matter.of(event, settings);
                    matters.put(matter.id(), event.agency(), about, matter);
                })
                .asCopy(NAME);
    }

    boolean complete() {
        return copies.complete(NAME);
    }

    Optional<Matter> find(String agency, String service, int version) {
        return matters.get(Matter.id(agency, service, version));
    }

    /** All versions that there have been. */
    List<Matter> of(String agency) {
        return matters.find(Criteria.where("agency").is(agency), Sort.by("_id"), MOST);
    }

    List<Matter> inForce(String agency, LocalDate on) {
        return of(agency).stream().filter(it -> it.inForce(on)).toList();
    }

    static Names names(Matter matter) {
        return new Names(matter.nameVi(), matter.nameEn());
    }
}
