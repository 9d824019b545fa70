package io.motcua.dossier.figures;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads figures from the counters, never from dossiers. */
@Service
public class Figures {

    private static final int ATTEMPTS = 50;

    private final Ledger ledger;
    private final Clock clock;

    Figures(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param unit whose figures alone are wanted, or null
     */
    public record Question(
            String agency,
            Period period,
            Grouping grouping,
            @Nullable String unit) {}

    /**
     * @param asOf at what instant what is in progress is in progress
     * @param recounting whether the figures are being counted afresh, and stand still until that is done
     * @param rows by their keys
     */
    public record Answer(Period period, Instant asOf, boolean recounting, Row total, List<Row> rows) {

        public Answer {
            rows = List.copyOf(rows);
        }
    }

    /** @throws Problem 503 while the figures are made for the first time, or change faster than they can be read */
    public Answer answer(Question question) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var journal = ledger.journal(question.agency()).orElse(null);
            if (journal != null && journal.serving() == 0) {
                break;
            }
            var moment = Moment.of(question.period(), clock.instant(), journal == null ? null : journal.latest());
            var cells = journal == null ? Map.<Cell, Tally>of() : read(question, journal, moment.buckets());
            if (cells != null) {
                return answer(question, moment, journal != null && journal.building(), cells);
            }
        }
        throw new Problem(PlatformProblem.NOT_READY, "figures").retryAfter(Duration.ofSeconds(5));
    }

    /**
     * Which buckets say how it stood when.
     *
     * @param asOf the end of the period, or now if that comes first
     * @param before all days before the period
     * @param until all its days
     * @param late the days of which all that was due is over
     * @param today the day on which only a part of it is, or null
     */
    record Moment(
            Instant asOf,
            Set<String> before,
            Set<String> until,
            Set<String> late,
            @Nullable String today) {

        static Moment of(Period period, Instant clock, @Nullable Instant latest) {
            // Another instance's clock may be ahead: what it has already noted has happened.
            var now = latest != null && latest.isAfter(clock) ? latest : clock;
            var today = LocalDate.ofInstant(now, WorkingCalendar.VIETNAM);
            var before = Set.copyOf(Period.upTo(period.from().minusDays(1)));
            if (period.to().isBefore(today)) {
                var until = Set.copyOf(Period.upTo(period.to()));
                var end = period.to()
                        .plusDays(1)
                        .atStartOfDay(WorkingCalendar.VIETNAM)
                        .toInstant();
                return new Moment(end, before, until, until, null);
            }
            return new Moment(
                    now,
                    before,
                    Set.copyOf(Period.upTo(today)),
                    Set.copyOf(Period.upTo(today.minusDays(1))),
                    today.toString());
        }

        Set<String> buckets() {
            var all = new LinkedHashSet<String>();
            List.of(before, until, late).forEach(all::addAll);
            if (today != null) {
                all.add(today);
            }
            return all;
        }
    }

    /** @return the cells after one same turn; null if they have been read while a turn was taken in */
    private @Nullable Map<Cell, Tally> read(Question question, Journal journal, Collection<String> buckets) {
        var scope = question.grouping().scope(question.unit() != null);
        var cells = new HashMap<Cell, Tally>();
        var changes = !journal.taken() && !journal.building() ? Tally.changes(journal.moves()) : Map.<Cell, Tally>of();
        changes.forEach((cell, change) -> {
            if (cell.scope() == scope && buckets.contains(cell.bucket()) && isOf(question.unit(), cell)) {
                cells.put(cell, change);
            }
        });
        for (var it : ledger.counters(question.agency(), journal.serving(), scope, question.unit(), buckets)) {
            if (!journal.building() && it.number() > journal.number()) {
                return null;
            }
            if (it.number() == journal.number() || !changes.containsKey(it.cell())) {
                cells.put(it.cell(), it.tally());
            } else {
                cells.merge(it.cell(), it.tally(), Tally::plus);
            }
        }
        var now = ledger.journal(question.agency()).orElse(journal);
        return now.serving() == journal.serving() ? cells : null;
    }

    private static boolean isOf(@Nullable String unit, Cell cell) {
        return unit == null || unit.equals(cell.unit());
    }

    static Answer answer(Question question, Moment moment, boolean recounting, Map<Cell, Tally> cells) {
        var groups = new TreeMap<String, Group>();
        var total = new Group();
        cells.forEach((cell, tally) -> {
            total.add(cell, tally, moment);
            groups.computeIfAbsent(question.grouping().key(cell), _ -> new Group())
                    .add(cell, tally, moment);
        });
        var rows = new ArrayList<Row>();
        groups.forEach((key, group) -> rows.add(group.row(key)));
        rows.removeIf(Row::isNothing);
        return new Answer(question.period(), moment.asOf(), recounting, total.row(Cell.ALL), rows);
    }

    private static final class Group {
        private final Map<Measure, Long> before = new EnumMap<>(Measure.class);
        private final Map<Measure, Long> until = new EnumMap<>(Measure.class);
        private long becameLate;

        void add(Cell cell, Tally tally, Moment moment) {
            if (moment.before().contains(cell.bucket())) {
                tally.counts().forEach((measure, amount) -> before.merge(measure, amount, Long::sum));
            }
            if (moment.until().contains(cell.bucket())) {
                tally.counts().forEach((measure, amount) -> until.merge(measure, amount, Long::sum));
            }
            if (moment.late().contains(cell.bucket())) {
                becameLate += tally.of(Measure.BECAME_LATE);
            }
            if (cell.bucket().equals(moment.today())) {
                becameLate += tally.lateBefore(Tally.millisecond(moment.asOf()));
            }
        }

        Row row(String key) {
            return Row.of(key, new Tally(before, Map.of()), new Tally(until, Map.of()), becameLate);
        }
    }
}
