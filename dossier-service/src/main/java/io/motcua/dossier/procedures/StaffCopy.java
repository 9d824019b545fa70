package io.motcua.dossier.procedures;

import io.motcua.events.Topics;
import io.motcua.events.catalog.StaffRecorded;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.copies.CopiedDocuments;
import io.motcua.platform.copies.Copies;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The catalogue's staff. A copy of its own: it came later than the other, and reads the topic from its start. */
@Component
class StaffCopy implements Officers {

    private static final String NAME = "catalog-staff";

    private final CopiedDocuments<Officer> officers;

    record Officer(String person, String unit, boolean active) {}

    StaffCopy(Copies copies) {
        this.officers = copies.documents("staff", Officer.class);
    }

    Subscription subscription() {
        return Subscription.to(Topics.CATALOG)
                .on(StaffRecorded.TYPE.name(), StaffRecorded.class, this::keep)
                .asCopy(NAME);
    }

    @Override
    public Optional<String> unit(String agency, String person) {
        return officers.get(id(agency, person)).filter(Officer::active).map(Officer::unit);
    }

    private void keep(StaffRecorded event, About about) {
        officers.put(
                id(event.agency(), event.person()),
                event.agency(),
                about,
                new Officer(event.person(), event.unit(), event.active()));
    }

    private static String id(String agency, String person) {
        return agency + "/" + person;
    }
}
