package io.motcua.platform.things;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.privacy.PersonKeys;
import io.motcua.platform.testing.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "spring.application.name=notification-service")
class PrivacyTests {

    @Autowired
    Envelopes envelopes;

    @Autowired
    PersonKeys persons;

    @Test
    void an_envelope_says_nothing_to_others_and_all_to_its_recipient() {
        var sealed = envelopes.seal(Map.of("email", "lan@example.vn"), "notification-service");
        assertThat(sealed.toString()).doesNotContain("lan@");
        assertThat(envelopes.open(sealed, Map.class)).isEqualTo(Map.of("email", "lan@example.vn"));
    }

    @Test
    void a_person_key_is_stable_and_opaque() {
        assertThat(persons.of("020190001234"))
                .isEqualTo(persons.of("020190001234"))
                .isNotEqualTo(persons.of("020190001235"))
                .matches("[a-z2-7]{26}");
    }
}
