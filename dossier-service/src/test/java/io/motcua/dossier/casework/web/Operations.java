package io.motcua.dossier.casework.web;

import io.motcua.dossier.casework.Command;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows tests outside this package where commands are given. */
public final class Operations {

    private Operations() {}

    /** JSON pointers into the API document. */
    public static Map<Class<? extends Command>, String> ofCommands() {
        return Arrays.stream(Action.values())
                .collect(Collectors.toMap(
                        Action::command,
                        it -> "/paths/"
                                + ("/api/v1/agencies/{agency}/dossiers/{id}" + it.path()).replace("/", "~1")
                                + "/"
                                + it.method().toLowerCase(java.util.Locale.ROOT)));
    }
}
