package io.motcua.catalog.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterTests {

    private static final ProcedureVersion BIRTH =
            new ProcedureVersion("H37", "1.001193", 1, Samples.procedure(LocalDate.of(2021, 6, 8), null), null);

    @Test
    void words_are_found_without_their_tones_and_accents() {
        assertThat(q("dang ky khai sinh")).accepts(BIRTH);
        assertThat(q("KHAI  Đăng")).accepts(BIRTH);
        assertThat(q("birth")).accepts(BIRTH);
        assertThat(q("1.001193")).accepts(BIRTH);
        assertThat(q("khai tử")).rejects(BIRTH);
    }

    @Test
    void every_criterion_must_hold() {
        assertThat(new Filter(null, "COMMUNE", "4", "hộ tịch", "CITIZEN", "ELIGIBLE"))
                .accepts(BIRTH);
        assertThat(new Filter(null, "PROVINCE", null, null, null, null)).rejects(BIRTH);
        assertThat(new Filter(null, null, "3", null, null, null)).rejects(BIRTH);
        assertThat(new Filter(null, null, null, "Đất đai", null, null)).rejects(BIRTH);
        assertThat(new Filter(null, null, null, null, "ENTERPRISE", null)).rejects(BIRTH);
        assertThat(new Filter(null, null, null, null, null, "INELIGIBLE")).rejects(BIRTH);
    }

    private static Filter q(@Nullable String q) {
        return new Filter(q, null, null, null, null, null);
    }
}
