package io.motcua.catalog.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTests {

    private static final Moment MAY = new Moment("MONTH", "2021-05");
    private static final Moment IN_MAY = new Moment("DAY", "2021-05-20");
    private static final Moment JUNE = new Moment("DAY", "2021-06-08");

    @Test
    void days_rank_exactly_and_equal_days_share_a_place() {
        var first = new Moment("DAY", "2021-06-01");
        var same = new Moment("DAY", "2021-06-08");
        var all = List.of(JUNE, first, same);

        assertThat(place(first, all)).isEqualTo(new Place(1, 1, 1));
        assertThat(place(JUNE, all)).isEqualTo(new Place(2, 2, 2));
        assertThat(place(same, all)).isEqualTo(new Place(2, 2, 2));
    }

    @Test
    void a_month_leaves_open_what_it_leaves_open() {
        var all = List.of(MAY, IN_MAY, JUNE);

        assertThat(place(MAY, all)).isEqualTo(new Place(null, 1, 2));
        assertThat(place(IN_MAY, all)).isEqualTo(new Place(null, 1, 2));
        assertThat(place(JUNE, all)).isEqualTo(new Place(3, 3, 3));
    }

    @Test
    void what_happened_at_an_unknown_time_has_not_certainly_happened() {
        assertThat(new Moment("UNKNOWN", null).hadPassedBy(LocalDate.of(2999, 1, 1)))
                .isFalse();
        assertThat(MAY.hadPassedBy(LocalDate.of(2021, 5, 30))).isFalse();
        assertThat(MAY.hadPassedBy(LocalDate.of(2021, 5, 31))).isTrue();
    }

    private static Place place(Moment it, List<Moment> all) {
        return Place.of(it, all, Moment::earliest, Moment::latest);
    }
}
