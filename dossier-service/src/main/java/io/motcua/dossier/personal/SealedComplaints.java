package io.motcua.dossier.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/** Of a complaint the words are personal: the citizen's, and the answer to them. */
@Component
public class SealedComplaints extends SealedFields {

    SealedComplaints(DataKeys keys) {
        super(keys, "complaints", List.of("words", "answer/words"));
    }
}
