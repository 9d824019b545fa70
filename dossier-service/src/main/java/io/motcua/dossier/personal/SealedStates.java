package io.motcua.dossier.personal;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which fields of a dossier's state are personal: what the applicant says, and the officers' free words about it. The
 * person's key stays in clear: a keyed hash, by which a person's dossiers are found.
 */
@Component
public class SealedStates extends SealedFields {

    static final List<String> PATHS = List.of(
            "form",
            "endReason",
            "applicant/name",
            "applicant/personalId",
            "applicant/taxCode",
            "applicant/email",
            "applicant/phone",
            "applicant/address",
            "applicant/actsFor/name",
            "applicant/actsFor/personalId",
            "applicant/actsFor/taxCode",
            "applicant/returnBy/address",
            "attachments/*/name",
            "result/name",
            "supplement/items/*",
            "apology/reason",
            "rating/comment");

    SealedStates(DataKeys keys) {
        super(keys, "dossiers", PATHS);
    }
}
