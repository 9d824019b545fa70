package io.motcua.catalog.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InForceTests {

    private static final LocalDate DAY_BEFORE = LocalDate.of(2021, 6, 7);
    private static final LocalDate DAY = LocalDate.of(2021, 6, 8);
    private static final LocalDate LATER = LocalDate.of(2025, 7, 1);

    @Test
    void nothing_is_in_force_before_its_first_day_or_after_its_last() {
        var version = version(1, DAY, LATER.minusDays(1));

        assertThat(InForce.one(DAY_BEFORE, List.of(version))).isEmpty();
        assertThat(InForce.one(DAY, List.of(version))).contains(version);
        assertThat(InForce.one(LATER.minusDays(1), List.of(version))).contains(version);
        assertThat(InForce.one(LATER, List.of(version))).isEmpty();
    }

    @Test
    void the_version_that_began_last_supersedes_in_whatever_order_they_were_published() {
        var now = version(1, LATER, null);
        var then = version(2, DAY, null);

        assertThat(InForce.one(LATER, List.of(now, then))).contains(now);
        assertThat(InForce.one(LATER.minusDays(1), List.of(now, then))).contains(then);
    }

    @Test
    void a_correction_replaces_the_version_with_the_same_first_day_also_where_it_is_shorter() {
        var wrong = version(1, DAY, null);
        var right = version(2, DAY, DAY.plusDays(10));

        assertThat(InForce.one(DAY, List.of(wrong, right))).contains(right);
        assertThat(InForce.one(DAY.plusDays(11), List.of(wrong, right))).isEmpty();
    }

    @Test
    void a_withdrawn_version_holds_until_its_last_day_and_then_gives_way_to_what_was_before() {
        var before = version(1, DAY, null);
        var withdrawn = version(2, LATER, null).withdrawn(new Withdrawal(LATER.plusDays(2), "error", null));

        assertThat(InForce.one(LATER.plusDays(2), List.of(before, withdrawn))).contains(withdrawn);
        assertThat(InForce.one(LATER.plusDays(3), List.of(before, withdrawn))).contains(before);
    }

    @Test
    void a_version_withdrawn_as_of_before_its_first_day_never_was() {
        var version = version(1, DAY, null).withdrawn(new Withdrawal(DAY_BEFORE, "error", null));

        assertThat(InForce.on(DAY, List.of(version))).isEmpty();
        assertThat(version.announcement().status()).isEqualTo("WITHDRAWN");
        assertThat(version.announcement().validTo()).isEqualTo(DAY_BEFORE);
    }

    private static ProcedureVersion version(int number, LocalDate from, @Nullable LocalDate to) {
        return new ProcedureVersion("H37", "1.001193", number, Samples.procedure(from, to), null);
    }
}
