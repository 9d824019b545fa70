package io.motcua.local.progress;

import io.motcua.local.supervision.ChildReport;
import io.motcua.local.supervision.ChildState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For logs and pipes: a line whenever something changes, and now and then while something takes long. */
final class PlainProgress implements Progress {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Map<String, String> shown = new HashMap<>();
    private Duration lastLine = Duration.ZERO;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(List<ChildReport> children, Duration elapsed) {
        for (ChildReport child : children) {
            boolean quietSoFar = child.state() == ChildState.WAITING && !shown.containsKey(child.name());
            if (!quietSoFar && !Lines.gist(child).equals(shown.put(child.name(), Lines.gist(child)))) {
                print(child, elapsed);
            }
        }
        if (elapsed.minus(lastLine).compareTo(SIGN_OF_LIFE) > 0) {
            children.stream().filter(PlainProgress::isAtWork).forEach(child -> print(child, elapsed));
        }
    }

    private void print(ChildReport child, Duration elapsed) {
        out.println(Lines.elapsed(elapsed) + "  " + Lines.of(child, Instant.now()));
        lastLine = elapsed;
    }

    private static boolean isAtWork(ChildReport child) {
        return switch (child.state()) {
            case PREPARING -> !child.detail().isEmpty();
            case STARTING, STOPPING -> true;
            case WAITING, HEALTHY, UNHEALTHY, CRASHED, STOPPED -> false;
        };
    }
}
