package io.motcua.dossier.personal;

import io.motcua.platform.history.Protection;
import java.util.List;
import org.springframework.stereotype.Component;

/** For those who keep aggregates that say something of people. */
@Component
public class Sealing {

    private final DataKeys keys;

    Sealing(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals what every entry of their histories says, and these fields of their states.
     *
     * @param paths {@code applicant/name}; a star stands for each of a list
     */
    public Protection of(String collection, List<String> paths) {
        return new SealedFields(keys, collection, paths);
    }
}
