package io.motcua.dossier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumberProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    /** The weights of a check digit are worth something if no slip of one digit passes. */
    @Property
    void one_wrong_digit_of_a_tax_code_is_found(
            @ForAll @LongRange(min = 0, max = 999_999_999) long digits,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int slip) {
        Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
                .mapToObj(it -> "%09d%d".formatted(digits, it))
                .filter(it -> TaxCode.flaw(it, TODAY).isEmpty())
                .forEach(code -> {
                    var wrong = new StringBuilder(code);
                    wrong.setCharAt(place, (char) ('0' + (code.charAt(place) - '0' + slip) % 10));
                    assertThat(TaxCode.flaw(wrong.toString(), TODAY)).as(code).contains(Flaw.TAX_CODE_CHECK_DIGIT);
                });
    }

    @Property
    void at_most_one_digit_checks_nine_others(@ForAll @LongRange(min = 0, max = 999_999_999) long digits) {
        assertThat(Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
                        .mapToObj(it -> "%09d%d".formatted(digits, it))
                        .filter(it -> TaxCode.flaw(it, TODAY).isEmpty()))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void whoever_is_born_by_this_year_has_a_number_and_nobody_later(
            @ForAll @IntRange(min = 1900, max = 2399) int year,
            @ForAll boolean woman,
            @ForAll @IntRange(max = 999_999) int random) {
        int century = (year - 1900) / 100 * 2 + (woman ? 1 : 0);
        var number = "020%d%02d%06d".formatted(century, year % 100, random);

        assertThat(PersonalId.flaw(number, TODAY).isEmpty()).as(number).isEqualTo(year <= 2026);
    }

    @Property
    void nothing_that_people_type_is_too_much(@ForAll String typed) {
        assertThat(PersonalId.flaw(typed, TODAY)).isNotNull();
        assertThat(TaxCode.flaw(typed, TODAY)).isNotNull();
    }
}
