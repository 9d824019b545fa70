package io.motcua.dossier.casework;

import io.motcua.platform.history.Snapshot;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place in a list of dossiers: by creation, and by id among those of one instant. */
public record Place(Instant createdAt, String id) {

    public static @Nullable Place parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        var parts = cursor.split("~", 2);
        try {
            return new Place(Instant.parse(parts[0]), parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "cursor");
        }
    }

    public static String of(Snapshot<Dossier> dossier) {
        return dossier.createdAt() + "~" + dossier.id();
    }
}
