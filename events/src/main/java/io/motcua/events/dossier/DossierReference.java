package io.motcua.events.dossier;

import io.motcua.events.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which dossier an event is about.
 *
 * @param id opaque
 * @param code the human dossier code, absent on a draft
 * @param service the code of the procedure
 * @param serviceVersion the version of the procedure that the dossier follows
 */
public record DossierReference(
        String id, @Nullable String code, String agency, String service, int serviceVersion, Names serviceNames) {

    public DossierReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(serviceNames, "serviceNames");
    }
}
