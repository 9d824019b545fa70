package io.motcua.dossier.casework;

import io.motcua.platform.history.Decision;

/** What is left of a dossier once its personal data have been kept long enough: what figures and registers are made of. */
record Erasure(Dossier dossier, Office office) {

    /** A slip that is still owed is drawn up first, from what is to be erased. */
    Decision<Dossier> erase(Status to) {
        return dossier.erasedAt() != null || dossier.slipsOwedSince() != null
                ? Decision.unchanged(dossier)
                : Decision.of(dossier.change().to(to).erased(office.now()).done(), Announcements.erased());
    }
}
