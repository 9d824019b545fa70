package io.motcua.notification.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsCarrierTests {
    @ParameterizedTest
    @CsvSource({
        "84912000001, 84912000001",
        "+84 912 000 001, 84912000001",
        "0912.000.001, 84912000001",
        "(0912) 000-001, 84912000001",
        "+8613800138000, 8613800138000",
        "nobody, ''",
        "12, ''",
        "'', ''"
    })
    void a_number_is_written_as_providers_want_it(String written, String wanted) {
        assertThat(SmsCarrier.international(written)).isEqualTo(wanted);
    }
}
