package io.motcua.dossier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {"0100047516", "0100109106", "0101687847", "0100109106-001", "0100109106-999", "020190001234"})
    void codes_that_are_given(String code) {
        assertThat(TaxCode.flaw(code, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', TAX_CODE_LENGTH",
        "010004751, TAX_CODE_LENGTH",
        "01000475160, TAX_CODE_LENGTH",
        "0100109106-1, TAX_CODE_LENGTH",
        "0100109106001, TAX_CODE_LENGTH",
        "01000475-016, TAX_CODE_LENGTH",
        "02019000123x, TAX_CODE_LENGTH",
        "0100047517, TAX_CODE_CHECK_DIGIT",
        "0100109107-001, TAX_CODE_CHECK_DIGIT",
        "0100109106-000, TAX_CODE_BRANCH",
        "099190001234, PERSONAL_ID_PLACE",
    })
    void what_is_wrong_with_others(String code, Flaw flaw) {
        assertThat(TaxCode.flaw(code, TODAY)).contains(flaw);
    }
}
