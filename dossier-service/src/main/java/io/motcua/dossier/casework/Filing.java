package io.motcua.dossier.casework;

import io.motcua.platform.history.Decision;

/** Slips that were owed come to be there. */
record Filing(Dossier dossier) {

    Decision<Dossier> file(Command.FileSlip filed, Status to) {
        return dossier.slips().stream()
                .filter(it -> it.id().equals(filed.slip()) && it.file() == null)
                .findFirst()
                .map(slip -> Decision.quietly(
                        dossier.change().filed(slip.id(), filed.file()).to(to).done(),
                        Announcements.slipFiled(slip, filed)))
                .orElseGet(() -> Decision.unchanged(dossier));
    }
}
