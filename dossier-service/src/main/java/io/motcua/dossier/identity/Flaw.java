package io.motcua.dossier.identity;

import java.util.Locale;

/** What is wrong with a number. */
public enum Flaw {
    /** Neither twelve digits nor the nine of the older card. */
    PERSONAL_ID_LENGTH,
    /** The first three digits are no province's. */
    PERSONAL_ID_PLACE,
    /** Century and year of birth lie ahead. */
    PERSONAL_ID_BIRTH_YEAR,
    TAX_CODE_LENGTH,
    TAX_CODE_CHECK_DIGIT,
    /** Branches are numbered from 001 on. */
    TAX_CODE_BRANCH;

    /** Stable: programs go by it, and the texts are named for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
