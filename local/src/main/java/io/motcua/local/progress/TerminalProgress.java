package io.motcua.local.progress;

import io.motcua.local.supervision.ChildReport;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One line per child, painted over as things change. */
final class TerminalProgress implements Progress {

    private static final String LINE_UP_AND_CLEAR = "\u001b[1A\u001b[2K";
    private static final String FRAMES = "|/-\\";

    private final PrintStream out;
    private int painted;
    private int frame;

    TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(List<ChildReport> children, Duration elapsed) {
        var screen = new StringBuilder(LINE_UP_AND_CLEAR.repeat(painted));
        Instant now = Instant.now();
        for (ChildReport child : children) {
            screen.append(sign(child)).append(' ').append(Lines.of(child, now)).append('\n');
        }
        screen.append(Lines.elapsed(elapsed).strip()).append('\n');
        out.print(screen);
        out.flush();
        painted = children.size() + 1;
        frame = (frame + 1) % FRAMES.length();
    }

    private char sign(ChildReport child) {
        return switch (child.state()) {
            case HEALTHY -> '✓';
            case CRASHED, UNHEALTHY -> '!';
            case WAITING, STOPPED -> ' ';
            case PREPARING, STARTING, STOPPING -> FRAMES.charAt(frame);
        };
    }
}
