package io.motcua.verifier;

import java.util.ArrayList;
import java.util.List;

/** What a check has found. */
final class Findings {

    private final List<String> held = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    void held(String what, Object... values) {
        held.add(what.formatted(values));
    }

    void broken(String what, Object... values) {
        broken.add(what.formatted(values));
    }

    /** Neither right nor wrong: nothing here can tell. */
    void open(String what, Object... values) {
        open.add(what.formatted(values));
    }

    boolean sound() {
        return broken.isEmpty();
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    List<String> open() {
        return List.copyOf(open);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        held.forEach(it -> lines.add("  holds    " + it));
        open.forEach(it -> lines.add("  unknown  " + it));
        broken.forEach(it -> lines.add("  BROKEN   " + it));
        return lines;
    }
}
