package io.motcua.dossier.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one complete list of what the applicant has to bring (Mẫu 02). */
public record SupplementCall(List<String> items, @Nullable Instant deadline, Instant askedAt) {

    public SupplementCall {
        items = List.copyOf(items);
    }
}
