package io.motcua.dossier.casework;

import java.time.Instant;

/** The agency is late and names a new day (Mẫu 04). */
public record Apology(String reason, Instant newDueAt, Instant issuedAt) {

    Apology erased() {
        return new Apology("", newDueAt, issuedAt);
    }
}
