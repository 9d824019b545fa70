package io.motcua.payment.demands;

import io.motcua.events.EventType;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.platform.consumption.EventHandler;
import io.motcua.platform.consumption.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemandSubscription {

    @Bean
    Subscription dossierEvents(Demands demands) {
        var subscription = Subscription.to(Topics.DOSSIERS);
        subscription = on(subscription, PaymentDemanded.TYPE, demands::on);
        subscription = on(subscription, RefundDue.TYPE, demands::on);
        subscription = on(subscription, WithdrawalRequested.TYPE, demands::on);
        subscription = on(subscription, DossierRefused.TYPE, demands::on);
        return on(subscription, DossierStopped.TYPE, demands::on);
    }

    private static <T> Subscription on(Subscription subscription, EventType<T> type, EventHandler<T> handler) {
        return subscription.on(type.name(), type.payload(), handler);
    }
}
