package io.motcua.dossier.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DossierCodeTests {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 8);

    @Test
    void unit_date_and_ordinal() {
        assertThat(DossierCode.of("000.00.15.H37", DAY, 1)).isEqualTo("000.00.15.H37-210608-0001");
    }

    @Test
    void a_long_day_widens_the_ordinal() {
        assertThat(DossierCode.of("000.00.15.H37", DAY, 9_999)).endsWith("-9999");
        assertThat(DossierCode.of("000.00.15.H37", DAY, 10_000)).endsWith("-10000");
        assertThat(DossierCode.isOne(DossierCode.of("000.00.15.H37", DAY, 1_234_567)))
                .isTrue();
    }

    @Test
    void codes_of_other_systems_are_codes_too() {
        assertThat(DossierCode.isOne("H37.15-250708-0001")).isTrue();
        assertThat(DossierCode.isOne("G09.20-20260609-0092637")).isTrue();
        assertThat(DossierCode.isOne("H37.15-250708-1")).isFalse();
        assertThat(DossierCode.isOne("'; drop")).isFalse();
    }
}
