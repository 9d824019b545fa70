package io.motcua.dossier.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTests {

    private static final LocalDate DAY = LocalDate.of(2021, 6, 8);

    @ParameterizedTest
    @CsvSource({
        "UNIT_FIRST, 000.00.15.H37, 2021-06-08, 1, 000.00.15.H37-210608-0001",
        "AGENCY_FIRST, 000.00.15.H37, 2025-07-08, 1, H37.15-250708-0001",
        "AGENCY_FIRST, 000.12.15.H37, 2025-07-08, 1, H37.15.12-250708-0001",
        "AGENCY_FIRST, 000.15.00.H37, 2025-07-08, 1, H37.00.15-250708-0001",
        "AGENCY_FIRST, 000.00.00.H37, 2025-07-08, 1, H37-250708-0001",
        "NATIONAL, 000.00.20.G09, 2026-06-09, 92637, G09.20-20260609-0092637",
    })
    void every_published_style(CodeStyle style, String unit, LocalDate day, long ordinal, String code) {
        assertThat(style.code(unit, day, ordinal)).isEqualTo(code).startsWith(style.series(unit, day) + "-");
        assertThat(DossierCode.isOne(code)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_long_day_widens_the_ordinal(CodeStyle style) {
        var width = style == CodeStyle.NATIONAL ? 7 : 4;
        var most = (long) Math.pow(10, width) - 1;
        assertThat(style.code("000.00.15.H37", DAY, most)).endsWith("-" + most);
        assertThat(style.code("000.00.15.H37", DAY, most + 1)).endsWith("-" + (most + 1));
        assertThat(DossierCode.isOne(style.code("000.00.15.H37", DAY, most + 1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H37.15-250708-1", "'; drop", "", "H37-2507-0001", "000.00.15.H37-210608-000000001"})
    void what_is_no_code(String text) {
        assertThat(DossierCode.isOne(text)).isFalse();
    }

    @Test
    void typed_in_small_letters_it_is_the_same_code() {
        assertThat(DossierCode.normal(" h37.15-250708-0001 ")).isEqualTo("H37.15-250708-0001");
    }

    @Test
    void an_agency_may_have_a_style_of_its_own() {
        var settings = new CodeSettings(CodeStyle.UNIT_FIRST, Map.of("G09", CodeStyle.NATIONAL));

        assertThat(settings.of("H37")).isEqualTo(CodeStyle.UNIT_FIRST);
        assertThat(settings.of("G09")).isEqualTo(CodeStyle.NATIONAL);
    }
}
