package io.motcua.notification.inbound;

import io.motcua.notification.messages.Messages;
import io.motcua.notification.templates.Templates;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.privacy.Envelopes;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {
    @Bean
    Announcer announcer(
            Messages messages,
            Templates templates,
            Envelopes envelopes,
            InboundSettings settings,
            @Value("${spring.application.name}") String service,
            Clock clock) {
        return new Announcer(messages, templates, envelopes, settings, service, clock);
    }

    @Bean
    Subscription dossierEvents(Announcer announcer) {
        return new DossierEvents(announcer).subscription();
    }

    @Bean
    Subscription paymentEvents(Announcer announcer) {
        return new PaymentEvents(announcer).subscription();
    }
}
