package io.motcua.notification.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.motcua.notification.channels.Carrier;
import io.motcua.notification.messages.Messages;
import io.motcua.notification.templates.Templates;
import io.motcua.platform.privacy.Envelopes;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {
    @Bean
    Dispatchers dispatchers(
            List<Carrier> carriers,
            Messages messages,
            Templates templates,
            Envelopes envelopes,
            DispatchSettings settings,
            Clock clock,
            MeterRegistry meters) {
        var sending = new Sending(
                messages,
                templates,
                envelopes,
                settings,
                clock,
                () -> UUID.randomUUID().toString());
        return new Dispatchers(carriers.stream()
                .map(carrier -> {
                    if (settings.lease().compareTo(carrier.timeLimit()) <= 0) {
                        throw new IllegalStateException("motcua.notification.dispatch.lease must exceed the time limit "
                                + carrier.timeLimit() + " of " + carrier.channel());
                    }
                    var dispatcher = new Dispatcher(carrier, messages, sending, settings, clock);
                    TimeGauge.builder(
                                    "motcua.notifications.lag",
                                    dispatcher,
                                    TimeUnit.MILLISECONDS,
                                    it -> it.lag().toMillis())
                            .tag("channel", carrier.channel().name().toLowerCase(Locale.ROOT))
                            .description("For how long the longest waiting message has been due")
                            .strongReference(true)
                            .register(meters);
                    return dispatcher;
                })
                .toList());
    }
}
