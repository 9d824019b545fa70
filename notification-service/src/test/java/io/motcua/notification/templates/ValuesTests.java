package io.motcua.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.events.Money;
import io.motcua.events.Names;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTests {
    private static final Instant AT = Instant.parse("2021-06-17T10:30:00Z");

    @Test
    void are_spelled_in_vietnamese() {
        var texts = Values.in(Language.VI)
                .time("at", AT)
                .money("amount", Money.dong(1_234_000))
                .name("service", new Names("Đăng ký thường trú", "Permanent residence"))
                .list("items", List.of("Ảnh 3x4", "Tờ khai"))
                .texts();

        assertThat(texts)
                .containsEntry("at", "17:30 17/06/2021")
                .containsEntry("amount", "1.234.000 đồng")
                .containsEntry("service", "Đăng ký thường trú")
                .containsEntry("items", "Ảnh 3x4; Tờ khai");
    }

    @Test
    void are_spelled_in_english() {
        var texts = Values.in(Language.EN)
                .time("at", AT)
                .money("amount", Money.dong(1_234_000))
                .name("service", new Names("Đăng ký thường trú", "Permanent residence"))
                .name("other", new Names("Đăng ký tạm trú", null))
                .texts();

        assertThat(texts)
                .containsEntry("at", "17:30 17 Jun 2021")
                .containsEntry("amount", "1,234,000 VND")
                .containsEntry("service", "Permanent residence")
                .containsEntry("other", "Đăng ký tạm trú");
    }

    @Test
    void what_is_absent_or_blank_is_left_out() {
        assertThat(Values.in(Language.VI)
                        .time("at", null)
                        .text("reason", " ")
                        .text("note", null)
                        .texts())
                .isEmpty();
    }

    @Test
    void a_language_without_templates_is_answered_in_vietnamese() {
        assertThat(Language.of("en-GB")).isEqualTo(Language.EN);
        assertThat(Language.of("vi")).isEqualTo(Language.VI);
        assertThat(Language.of("fr")).isEqualTo(Language.VI);
        assertThat(Language.of("")).isEqualTo(Language.VI);
    }
}
