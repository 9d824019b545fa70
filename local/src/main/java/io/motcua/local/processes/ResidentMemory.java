package io.motcua.local.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Resident set sizes, asked of {@code ps} because every Unix has it. */
public final class ResidentMemory {

    private static final int KIB_PER_MIB = 1024;

    private ResidentMemory() {}

    /** MiB by pid; a process that ended meanwhile is missing. */
    public static Map<Long, Long> mebibytes(Collection<Long> pids) {
        if (pids.isEmpty()) {
            return Map.of();
        }
        String list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", list).start();
            try (BufferedReader lines = ps.inputReader()) {
                return parse(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ps could not be asked", e);
        }
    }

    private static Map<Long, Long> parse(BufferedReader lines) {
        var sizes = new HashMap<Long, Long>();
        lines.lines()
                .map(line -> line.strip().split("\\s+"))
                .forEach(columns -> sizes.put(Long.parseLong(columns[0]), Long.parseLong(columns[1]) / KIB_PER_MIB));
        return sizes;
    }
}
