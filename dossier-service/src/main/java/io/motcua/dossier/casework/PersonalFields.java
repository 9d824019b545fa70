package io.motcua.dossier.casework;

import java.util.List;

/**
 * What of a dossier says something of people: what the applicant says, and the officers' free words. The person's key is a
 * keyed hash and stays in clear, for by it a person's dossiers are found.
 */
public final class PersonalFields {

    /** A star stands for each of a list. */
    public static final List<String> OF_DOSSIER = List.of(
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

    private PersonalFields() {}
}
