package io.motcua.local.layout;

import io.motcua.local.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which agencies were added on this machine, in a file beside the data: own instances come back with the next {@code up}, and
 * an adding that was interrupted goes on where it was.
 */
public final class OwnPlaces {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public OwnPlaces(Path file) {
        this.file = file;
    }

    /**
     * An agency that was added, or is being added.
     *
     * @param slot of its own instances; -1 in the pool
     * @param services that it runs itself
     * @param complete whether all of it was done
     */
    public record Added(String agency, int slot, List<Component> services, boolean complete) {

        private static final int NO_SLOT = -1;

        public static Added inPool(String agency) {
            return new Added(agency, NO_SLOT, List.of(), false);
        }

        public static Added at(OwnPlace place) {
            return new Added(place.agency(), place.slot(), place.services(), false);
        }

        public Added completed() {
            return new Added(agency, slot, services, true);
        }

        public Optional<OwnPlace> own() {
            return slot == NO_SLOT ? Optional.empty() : Optional.of(new OwnPlace(agency, slot, services));
        }
    }

    record Content(List<Added> agencies) {}

    public List<Added> all() {
        return Files.exists(file) ? JSON.readValue(file.toFile(), Content.class).agencies() : List.of();
    }

    public List<OwnPlace> own() {
        return all().stream().flatMap(it -> it.own().stream()).toList();
    }

    public Optional<Added> find(String agency) {
        return all().stream().filter(it -> it.agency().equals(agency)).findFirst();
    }

    /** @param free whether its ports are free */
    public OwnPlace allot(String agency, List<Component> services, Predicate<OwnPlace> free) {
        var taken = own().stream().map(OwnPlace::slot).toList();
        return IntStream.range(0, OwnPlace.SLOTS)
                .filter(it -> !taken.contains(it))
                .mapToObj(it -> new OwnPlace(agency, it, services))
                .filter(free)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "there are no ports left for own instances: %d agencies have such, or other programs are in the way"
                                .formatted(taken.size())));
    }

    public void note(Added added) {
        write(all -> {
            var next = new ArrayList<>(all);
            next.removeIf(it -> it.agency().equals(added.agency()));
            next.add(added);
            return next;
        });
    }

    public void forget(String agency) {
        write(all -> all.stream().filter(it -> !it.agency().equals(agency)).toList());
    }

    private void write(UnaryOperator<List<Added>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(fresh.toFile(), new Content(change.apply(all())));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The agencies of this machine could not be noted", e);
        }
    }
}
