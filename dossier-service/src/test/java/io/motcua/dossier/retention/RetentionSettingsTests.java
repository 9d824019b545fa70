package io.motcua.dossier.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motcua.dossier.retention.RetentionSettings.Rule;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionSettingsTests {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-06-01T08:00+07:00[Asia/Ho_Chi_Minh]");

    @Test
    void the_rule_that_says_most_holds() {
        var settings = new RetentionSettings(List.of(
                new Rule(null, null, Period.ofYears(10)),
                new Rule("H37", null, Period.ofYears(5)),
                new Rule(null, "1.004222", Period.ofYears(20)),
                new Rule("H37", "1.004222", Period.ofMonths(6))));

        assertThat(settings.keep("H37", "1.004222")).contains(Period.ofMonths(6));
        assertThat(settings.keep("H34", "1.004222")).contains(Period.ofYears(20));
        assertThat(settings.keep("H37", "1.001193")).contains(Period.ofYears(5));
        assertThat(settings.keep("H34", "1.001193")).contains(Period.ofYears(10));
        assertThat(settings.latestEnd(NOW)).contains(NOW.minusMonths(6));
    }

    @Test
    void without_a_rule_all_is_kept() {
        var settings = new RetentionSettings(List.of(new Rule("H34", null, Period.ofYears(1))));

        assertThat(settings.keep("H37", "1.004222")).isEmpty();
        assertThat(new RetentionSettings(List.of()).latestEnd(NOW)).isEmpty();
    }

    @Test
    void nothing_is_kept_for_no_time_by_mistake() {
        assertThatThrownBy(() -> new Rule(null, null, Period.ZERO)).hasMessageContaining("retention");
        assertThatThrownBy(() -> new Rule(null, null, Period.ofDays(-1))).hasMessageContaining("retention");
    }
}
