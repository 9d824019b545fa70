package io.motcua.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the layouts of the builds that run, {@code .motcua/run/<name>-<fingerprint>/}; those of older builds go. */
public final class Installation {

    private final Path folder;
    private final Path java;

    public Installation(Path folder, Path java) {
        this.folder = folder;
        this.java = java;
    }

    /** Unpacks the part unless this very build lies there; synchronized, since store and broker share one layout. */
    public synchronized Path of(Part part) throws IOException, InterruptedException {
        Path place = folder.resolve(part.name() + '-' + Fingerprint.of(part.jars()));
        if (Files.isDirectory(place)) {
            return place;
        }
        Files.createDirectories(folder);
        for (Path older : olderThan(place, part.name())) {
            Folders.delete(older);
        }
        Path fresh = Files.createTempDirectory(folder, "unpacking-");
        try {
            Path layout = fresh.resolve("layout");
            part.unpack(java, layout);
            Files.move(layout, place); // at once: a half-unpacked part is never found under its name
        } finally {
            Folders.delete(fresh);
        }
        return place;
    }

    private List<Path> olderThan(Path place, String name) throws IOException {
        int fingerprint = place.getFileName().toString().length() - name.length();
        try (Stream<Path> layouts = Files.list(folder)) {
            return layouts.filter(layout -> {
                        String other = layout.getFileName().toString();
                        return other.startsWith(name + '-') && other.length() == name.length() + fingerprint;
                    })
                    .toList();
        }
    }
}
