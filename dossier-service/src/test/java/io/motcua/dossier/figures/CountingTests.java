package io.motcua.dossier.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.motcua.dossier.casework.Lives;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.figures.mongo.Ledgers;
import io.motcua.platform.testing.Backends;
import io.motcua.platform.testing.NeedsBackends;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;

/** Counters come out right whoever counts, however often, and wherever he breaks off. */
@NeedsBackends
class CountingTests {

    private static final String H37 = "H37";
    private static final Period JUNE = Period.parse("2026-06").orElseThrow();

    private final MongoTemplate mongo =
            new MongoTemplate(MongoClients.create(Backends.mongodbUri()), "figures-" + UUID.randomUUID());
    private final Ledgers ledgers = new Ledgers(mongo);
    private final Ledger ledger = ledgers.ledger();
    private final Heard heard = new Heard();
    private final Counting counting = new Counting(ledger, List.of(heard));

    /** Dossiers that are told of step by step, and which of them wait to be counted. */
    private static final class Heard implements Source {

        private record Waiting(Lives.Step step, Instant since) {}

        private final Map<String, Lives.Step> all = new ConcurrentHashMap<>();
        private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

        void hear(Lives.Step step) {
            all.put(step.dossier().id(), step);
            waiting.merge(
                    step.dossier().id(),
                    new Waiting(step, step.at()),
                    (old, now) -> new Waiting(now.step(), old.since()));
        }

        @Override
        public Map<String, Long> waiting() {
            return waiting.isEmpty() ? Map.of() : Map.of(H37, (long) waiting.size());
        }

        @Override
        public Optional<Load> load(String agency, int limit) {
            var some = waiting.values().stream().limit(3).toList();
            var entries =
                    some.stream().flatMap(it -> Town.entry(it.step()).stream()).toList();
            return Optional.of(new Load(
                    some.size(),
                    entries,
                    () -> some.forEach(it -> waiting.remove(it.step().dossier().id(), it))));
        }

        @Override
        public Optional<Instant> waitingSince(String agency) {
            return waiting.values().stream().map(Waiting::since).min(Instant::compareTo);
        }

        @Override
        public void waitAgain(String agency, Instant since) {
            all.forEach((id, step) -> waiting.merge(
                    id,
                    new Waiting(step, since),
                    (old, now) ->
                            new Waiting(old.step(), old.since().isBefore(now.since()) ? old.since() : now.since())));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_counted_step_by_step_is_what_is_counted_afresh_and_what_is_there(long seed) {
        var random = new Random(seed);
        var town = new Town(random, 14);
        var now = town.end().plusSeconds(1);
        var old = new ArrayList<Journal>();
        for (var step : town.steps()) {
            heard.hear(step);
            switch (random.nextInt(6)) {
                case 0 -> counting.turn(H37);
                case 1 -> breakOff(random);
                case 2 -> ledger.journal(H37).filter(it -> !it.taken()).ifPresent(old::add);
                case 3 -> old.forEach(it -> ledgers.takeInSome(it, random));
                default -> {
                    if (random.nextInt(12) == 0) {
                        counting.afresh(H37);
                    }
                }
            }
            addsUp(now);
        }
        old.forEach(ledger::takeIn);
        countAll();

        assertThat(told(now)).isEqualTo(seen(town, now));

        var generation = ledger.journal(H37).orElseThrow().serving();
        counting.afresh(H37);
        assertThat(figures(now).answer(question(Grouping.AGENCY)).recounting()).isTrue();
        assertThat(told(now)).as("the old ones are served meanwhile").isEqualTo(seen(town, now));
        countAll();
        assertThat(ledger.journal(H37).orElseThrow().serving()).isGreaterThan(generation);
        assertThat(told(now)).isEqualTo(seen(town, now));
        old.forEach(ledger::takeIn);
        assertThat(told(now)).as("a turn of an earlier generation").isEqualTo(seen(town, now));
    }

    @Test
    void several_count_at_once_and_nothing_is_counted_twice() throws Exception {
        var town = new Town(new Random(42), 20);
        var now = town.end().plusSeconds(1);
        var steps = town.steps();
        try (var instances = Executors.newFixedThreadPool(4)) {
            var done = IntStream.range(0, 4)
                    .mapToObj(n -> instances.submit(() -> {
                        for (int i = 0; i < steps.size(); i++) {
                            if (n == 0) {
                                heard.hear(steps.get(i));
                            }
                            counting.turn(H37);
                            addsUp(now);
                        }
                    }))
                    .toList();
            for (var it : done) {
                it.get();
            }
        }
        countAll();
        assertThat(told(now)).isEqualTo(seen(town, now));
    }

    /** The figures of a broken counter are put right, and nobody need know which one was broken. */
    @Test
    void counting_afresh_repairs() {
        var town = new Town(new Random(7), 10);
        var now = town.end().plusSeconds(1);
        town.steps().forEach(heard::hear);
        countAll();
        mongo.remove(new BasicQuery("{\"scope\": \"UNIT\"}"), "figureCounters");
        assertThat(figures(now).answer(question(Grouping.UNIT)).rows()).isEmpty();

        counting.afresh(H37);
        countAll();

        assertThat(told(now)).isEqualTo(seen(town, now));
        assertThat(mongo.getCollection("figureCounters").distinct("generation", Integer.class))
                .containsExactly(2);
    }

    /** Writes down a turn, lets some take it in, and is no more. */
    private void breakOff(Random random) {
        var journal = ledger.journal(H37).filter(it -> it.taken() && it.begun()).orElse(null);
        if (journal == null) {
            return;
        }
        var load = heard.load(H37, 3).orElseThrow();
        var known = ledger.entries(
                H37,
                journal.generation(),
                load.entries().stream().map(Entry::id).toList());
        var moves = load.entries().stream()
                .filter(it -> !known.containsKey(it.id()) || known.get(it.id()).seq() < it.seq())
                .map(it -> new Move(known.get(it.id()), it))
                .toList();
        var next = journal.next(moves);
        if (!moves.isEmpty() && ledger.replace(journal, next)) {
            ledgers.takeInSome(next, random);
        }
    }

    private void countAll() {
        while (counting.turn(H37)) {
            assertThat(ledger.journal(H37)).isPresent();
        }
        assertThat(heard.waiting()).isEmpty();
    }

    /** At any moment, also in the middle of a turn, by agency and by unit alike. */
    private void addsUp(Instant now) {
        if (ledger.journal(H37).filter(it -> it.serving() > 0).isEmpty()) {
            return;
        }
        for (var grouping : List.of(Grouping.AGENCY, Grouping.UNIT)) {
            var answer = figures(now).answer(question(grouping));
            var rows = new ArrayList<>(answer.rows());
            rows.add(answer.total());
            for (var row : rows) {
                assertThat(row.carriedOver() + row.received()).isEqualTo(row.ended() + row.inProgress());
                assertThat(row.inTime()).isNotNegative();
                assertThat(row.overdue()).isNotNegative();
            }
        }
    }

    private Collection<List<Long>> told(Instant now) {
        var told = new ArrayList<List<Long>>();
        told.add(Town.told(figures(now).answer(question(Grouping.AGENCY)).total()));
        for (var unit : Town.UNITS) {
            var one = new Figures.Question(H37, JUNE, Grouping.PROCEDURE, unit);
            told.add(Town.told(figures(now).answer(one).total()));
        }
        return told;
    }

    private static Collection<List<Long>> seen(Town town, Instant now) {
        var from = JUNE.from().atStartOfDay(WorkingCalendar.VIETNAM).toInstant();
        var end = LocalDate.of(2026, 7, 1).atStartOfDay(WorkingCalendar.VIETNAM).toInstant();
        var to = now.isBefore(end) ? now : end;
        var seen = new ArrayList<List<Long>>();
        seen.add(town.seen(from, to, _ -> true));
        Town.UNITS.forEach(
                unit -> seen.add(town.seen(from, to, it -> it.terms().unit().equals(unit))));
        return seen;
    }

    private static Figures.Question question(Grouping grouping) {
        return new Figures.Question(H37, JUNE, grouping, null);
    }

    private Figures figures(Instant now) {
        return new Figures(ledger, Clock.fixed(now, ZoneOffset.UTC));
    }
}
