package io.motcua.local.progress;

import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How a child's state reads. */
final class Lines {

    private Lines() {}

    /** {@code dossier-service       training its start-up cache, once per build (12 s)}. */
    static String of(ChildReport child, Instant now) {
        var inThisState = Duration.between(Instant.ofEpochMilli(child.sinceMillis()), now);
        return "%-21s %s".formatted(child.name(), words(child, inThisState)).stripTrailing();
    }

    static String elapsed(Duration elapsed) {
        return String.format(Locale.ROOT, "%5.1f s", elapsed.toMillis() / 1000.0);
    }

    private static String words(ChildReport child, Duration inThisState) {
        String state = child.state().name().toLowerCase(Locale.ROOT);
        String seconds = " (%d s)".formatted(inThisState.toSeconds());
        return switch (child.state()) {
            case PREPARING -> (child.detail().isEmpty() ? "waiting for a free core" : child.detail()) + seconds;
            case STARTING, STOPPING -> state + seconds;
            case HEALTHY -> child.warning().isEmpty() ? state : state + ", but " + child.warning();
            case WAITING, STOPPED, UNHEALTHY, CRASHED ->
                child.detail().isEmpty() ? state : state + ": " + child.detail();
        };
    }

    /** What makes a line worth repeating where lines cannot be painted over. */
    static String gist(ChildReport child) {
        boolean preparing = child.state() == ChildState.PREPARING;
        return child.state() + (preparing ? child.detail() : "") + child.restarts();
    }
}
