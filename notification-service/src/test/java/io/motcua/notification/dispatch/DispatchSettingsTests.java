package io.motcua.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DispatchSettingsTests {
    @Test
    void have_defaults_for_production() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DispatchSettings(
                        Duration.ofSeconds(2),
                        100,
                        8,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(24)));
    }

    @Test
    void are_read_from_properties() {
        assertThat(bind(Map.of(
                                "motcua.notification.dispatch.abandon-after", "2h",
                                "motcua.notification.dispatch.batch", "7"))
                        .abandonAfter())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_pause_doubles_up_to_the_longest() {
        var settings = bind(Map.of());

        assertThat(settings.delay(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.delay(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.delay(5)).isEqualTo(Duration.ofSeconds(80));
        assertThat(settings.delay(9)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.delay(1_000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.delay(0)).as("not even tried").isEqualTo(Duration.ofSeconds(5));
    }

    private static DispatchSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("motcua.notification.dispatch", DispatchSettings.class);
    }
}
