package io.motcua.local.progress;

import io.motcua.local.supervision.ChildReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Shows how the parts come up. */
public interface Progress {

    static Progress on(boolean terminal, PrintStream out) {
        return terminal ? new TerminalProgress(out) : new PlainProgress(out);
    }

    void show(List<ChildReport> children, Duration elapsed);
}
