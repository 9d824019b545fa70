package io.motcua.dossier.figures;

import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Lives;
import io.motcua.dossier.casework.Status;
import io.motcua.dossier.figures.Figures.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some units whose dossiers live at random, and what is plain to see of them without counters. */
public final class Town {

    public static final List<String> UNITS = List.of("000.00.15.H37", "000.00.16.H37");
    public static final List<String> SERVICES = List.of("1.004222", "2.000815", "1.001193");
    public static final Map<String, String> SECTORS =
            Map.of("1.004222", "RESIDENCE", "2.000815", "JUSTICE", "1.001193", "JUSTICE");

    private final List<List<Lives.Step>> lives = new ArrayList<>();

    public Town(Random random, int dossiers) {
        for (int i = 0; i < dossiers; i++) {
            lives.add(Lives.random(
                    "d" + i,
                    UNITS.get(random.nextInt(UNITS.size())),
                    SERVICES.get(random.nextInt(SERVICES.size())),
                    random));
        }
    }

    /** All that happens, in its order. */
    public List<Lives.Step> steps() {
        return lives.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Lives.Step::at))
                .toList();
    }

    public static Optional<Entry> entry(Lives.Step step) {
        var service = step.dossier().terms().service();
        return Casefile.entry(
                step.dossier(), step.seq(), SECTORS.getOrDefault(service, "?"), service.equals("1.004222"));
    }

    public Instant end() {
        return steps().stream()
                .map(Lives.Step::at)
                .max(Comparator.naturalOrder())
                .orElse(Lives.BEGINNING);
    }

    /** How all stood at that time, the drafts among them. */
    public List<Dossier> at(Instant time) {
        return lives.stream()
                .flatMap(life -> life.stream()
                        .filter(it -> !it.at().isAfter(time))
                        .map(Lives.Step::dossier)
                        .reduce((_, later) -> later)
                        .stream())
                .toList();
    }

    /** Counts what is to be seen: received, on time, late, in progress, overdue, and what was in progress before. */
    public List<Long> seen(Instant from, Instant to, Predicate<Dossier> which) {
        var before = at(from.minusMillis(1)).stream().filter(which).toList();
        var now = at(to).stream().filter(which).toList();
        return List.of(
                count(before, Town::open),
                count(now, it -> received(it) && !it.milestones().submittedAt().isBefore(from)),
                count(now, it -> ended(it) != null && !ended(it).isBefore(from) && it.lateAfter() == null),
                count(now, it -> ended(it) != null && !ended(it).isBefore(from) && it.lateAfter() != null),
                count(now, Town::open),
                count(
                        now,
                        it -> open(it)
                                && it.lateAfter() != null
                                && it.lateAfter().isBefore(to)));
    }

    public static List<Long> told(Row row) {
        return List.of(
                row.carriedOver(), row.received(), row.endedOnTime(), row.endedLate(), row.inProgress(), row.overdue());
    }

    public static Question month(String month, Grouping grouping) {
        return new Question("H37", Period.parse(month).orElseThrow(), grouping, null);
    }

    static Stream<LocalDate> days(Period period) {
        return period.from().datesUntil(period.to().plusDays(1));
    }

    private static boolean received(Dossier it) {
        return it.status() != Status.DRAFT;
    }

    private static boolean open(Dossier it) {
        return received(it) && ended(it) == null;
    }

    private static @Nullable Instant ended(Dossier it) {
        var at = it.milestones();
        return at.approvedAt() == null ? at.endedAt() : at.approvedAt();
    }

    private static long count(List<Dossier> all, Predicate<Dossier> which) {
        return all.stream().filter(which).count();
    }
}
