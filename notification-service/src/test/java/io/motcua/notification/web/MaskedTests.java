package io.motcua.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.notification.messages.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTests {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, lan@example.vn, l***@example.vn",
        "EMAIL, nobody, ***",
        "EMAIL, @example.vn, ***",
        "SMS, 84912000001, 84*****0001",
        "SMS, 113, ***"
    })
    void an_address_is_recognised_and_cannot_be_used(Channel channel, String address, String masked) {
        assertThat(Masked.address(channel, address)).isEqualTo(masked);
    }
}
