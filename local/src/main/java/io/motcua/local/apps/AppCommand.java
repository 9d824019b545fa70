package io.motcua.local.apps;

import java.util.List;
import java.util.Optional;

/** What may be done with registered apps; an app is named by its id, or by its name where only one bears it. */
public sealed interface AppCommand {

    /**
     * @param agency to which the app belongs, else it is the platform's
     * @param agencies that it may call: if none is named that of its own, or all
     * @param quota requests a second, and as many at once behind a slash if it is not four times that
     */
    record Add(
            String name,
            Optional<String> agency,
            List<String> agencies,
            List<String> scopes,
            List<String> origins,
            Optional<String> quota)
            implements AppCommand {}

    record Show() implements AppCommand {}

    record Key(String app) implements AppCommand {}

    record Revoke(String app, String key) implements AppCommand {}

    record Remove(String app) implements AppCommand {}
}
