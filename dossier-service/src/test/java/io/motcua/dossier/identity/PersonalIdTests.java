package io.motcua.dossier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Of the sample sign-ins, the demo and the bench.
                "020190001234",
                "020190000101",
                "020192000104",
                "020075000103",
                "083191000108",
                "020093010000",
                "900089900001",
                // Women of 2000 to 2099, born this year at the latest.
                "001300012345",
                "079326012345",
                // The older card.
                "082123456"
            })
    void numbers_that_are_given(String number) {
        assertThat(PersonalId.flaw(number, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', PERSONAL_ID_LENGTH",
        "02019000123, PERSONAL_ID_LENGTH",
        "0201900012345, PERSONAL_ID_LENGTH",
        "02019000123a, PERSONAL_ID_LENGTH",
        "٠٢٠١٩٠٠٠١٢٣٤, PERSONAL_ID_LENGTH",
        "' 20190001234', PERSONAL_ID_LENGTH",
        "000190001234, PERSONAL_ID_PLACE",
        "003190001234, PERSONAL_ID_PLACE",
        "099190001234, PERSONAL_ID_PLACE",
        "020327001234, PERSONAL_ID_BIRTH_YEAR",
        "020400001234, PERSONAL_ID_BIRTH_YEAR",
        "020999001234, PERSONAL_ID_BIRTH_YEAR",
    })
    void what_is_wrong_with_others(String number, Flaw flaw) {
        assertThat(PersonalId.flaw(number, TODAY)).contains(flaw);
    }
}
