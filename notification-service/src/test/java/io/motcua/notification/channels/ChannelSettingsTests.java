package io.motcua.notification.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChannelSettingsTests {
    @Test
    void have_defaults_for_all_but_the_provider() {
        var settings = bind(Map.of("motcua.notification.sms.url", "http://localhost:8070/sms/messages"));

        assertThat(settings)
                .isEqualTo(new ChannelSettings(
                        new ChannelSettings.Mail("dichvucong@motcua.example", "motcua.example"),
                        new ChannelSettings.Sms(
                                URI.create("http://localhost:8070/sms/messages"),
                                "DICHVUCONG",
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10))));
    }

    private static ChannelSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("motcua.notification", ChannelSettings.class);
    }
}
