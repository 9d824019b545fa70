package io.motcua.dossier.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.dossier.figures.Figures.Answer;
import io.motcua.dossier.figures.Figures.Moment;
import io.motcua.dossier.figures.Figures.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random lives, counted step by step, against what is plain to see of the dossiers themselves. */
class FigureProperties {

    private static final Period JUNE_TO_JULY = new Period(LocalDate.of(2026, 6, 3), LocalDate.of(2026, 7, 15));

    @Property(tries = 150)
    void figures_are_what_one_would_count_by_hand_at_any_time(
            @ForAll long seed, @ForAll @IntRange(max = 45) int first, @ForAll @IntRange(min = 1, max = 40) int length) {
        var town = new Town(new Random(seed), 12);
        var cells = counted(town);
        var now = town.end().plusSeconds(1);
        var from = LocalDate.of(2026, 6, 1).plusDays(first);
        var period = new Period(from, from.plusDays(length - 1));
        var begins = from.atStartOfDay(WorkingCalendar.VIETNAM).toInstant();
        var answer = answer(new Question("H37", period, Grouping.UNIT, null), cells, now);
        var ends = answer.asOf();

        if (begins.isBefore(now)) {
            assertThat(Town.told(answer.total())).isEqualTo(town.seen(begins, ends, _ -> true));
            for (var row : answer.rows()) {
                assertThat(Town.told(row))
                        .as(row.key())
                        .isEqualTo(
                                town.seen(begins, ends, it -> it.terms().unit().equals(row.key())));
            }
        }
    }

    @Property(tries = 100)
    void what_came_in_is_what_went_out_and_what_is_there(@ForAll long seed) {
        var town = new Town(new Random(seed), 15);
        var cells = counted(town);
        for (var grouping : Grouping.values()) {
            for (var now : List.of(town.end(), town.end().plusSeconds(86_400 * 30))) {
                var answer = answer(new Question("H37", JUNE_TO_JULY, grouping, null), cells, now);
                var rows = new ArrayList<>(answer.rows());
                rows.add(answer.total());
                for (var row : rows) {
                    assertThat(row.carriedOver() + row.received()).isEqualTo(row.ended() + row.inProgress());
                    assertThat(row.inTime() + row.overdue()).isEqualTo(row.inProgress());
                    assertThat(List.of(row.overdue(), row.inTime(), row.carriedOver(), row.received(), row.ended()))
                            .allMatch(it -> it >= 0);
                }
                assertThat(sum(answer.rows())).as("groups of %s", grouping).isEqualTo(Town.told(answer.total()));
            }
        }
    }

    @Property(tries = 60)
    void days_add_up_to_the_month_and_each_begins_where_the_one_before_has_ended(@ForAll long seed) {
        var town = new Town(new Random(seed), 12);
        var cells = counted(town);
        var now = town.end().plusSeconds(86_400 * 90);
        var month = answer(Town.month("2026-06", Grouping.AGENCY), cells, now).total();
        long received = 0;
        long onTime = 0;
        long late = 0;
        var open = month.carriedOver();
        for (var day : Town.days(Period.parse("2026-06").orElseThrow()).toList()) {
            var row = answer(Town.month(day.toString(), Grouping.AGENCY), cells, now)
                    .total();
            assertThat(row.carriedOver()).isEqualTo(open);
            open = row.inProgress();
            received += row.received();
            onTime += row.endedOnTime();
            late += row.endedLate();
        }
        assertThat(List.of(received, onTime, late, open))
                .containsExactly(month.received(), month.endedOnTime(), month.endedLate(), month.inProgress());
    }

    /** However the steps are heard of: some left out, for a later one says all, and some twice. */
    @Property(tries = 60)
    void steps_that_are_skipped_or_come_twice_change_nothing(@ForAll long seed) {
        var random = new Random(seed);
        var town = new Town(random, 8);
        var heard = new HashMap<String, Entry>();
        var cells = new HashMap<Cell, Tally>();
        var steps = town.steps();
        for (int i = 0; i < steps.size(); i++) {
            var last = steps.get(i);
            boolean more = steps.subList(i + 1, steps.size()).stream()
                    .anyMatch(it -> it.dossier().id().equals(last.dossier().id()));
            if (more && random.nextInt(3) == 0) {
                continue;
            }
            for (int times = random.nextInt(1, 3); times > 0; times--) {
                Town.entry(last).ifPresent(it -> {
                    var before = heard.put(it.id(), it);
                    Tally.changes(List.of(new Move(before, it)))
                            .forEach((cell, change) -> cells.merge(cell, change, Tally::plus));
                });
            }
        }
        cells.values().removeIf(Tally::isNothing);
        assertThat(cells).isEqualTo(counted(town));
    }

    private static Map<Cell, Tally> counted(Town town) {
        var heard = new HashMap<String, Entry>();
        var cells = new HashMap<Cell, Tally>();
        for (var step : town.steps()) {
            Town.entry(step).ifPresent(it -> {
                var before = heard.put(it.id(), it);
                Tally.changes(List.of(new Move(before, it)))
                        .forEach((cell, change) -> cells.merge(cell, change, Tally::plus));
            });
        }
        cells.values().removeIf(Tally::isNothing);
        return Collections.unmodifiableMap(cells);
    }

    private static Answer answer(Question question, Map<Cell, Tally> cells, Instant now) {
        var moment = Moment.of(question.period(), now, null);
        var wanted = new HashMap<Cell, Tally>();
        var buckets = moment.buckets();
        cells.forEach((cell, tally) -> {
            if (cell.scope() == question.grouping().scope(false) && buckets.contains(cell.bucket())) {
                wanted.put(cell, tally);
            }
        });
        return Figures.answer(question, moment, false, wanted);
    }

    private static List<Long> sum(List<Row> rows) {
        var sums = new ArrayList<>(Collections.nCopies(6, 0L));
        for (var row : rows) {
            var told = Town.told(row);
            for (int i = 0; i < told.size(); i++) {
                sums.set(i, sums.get(i) + told.get(i));
            }
        }
        return sums;
    }
}
