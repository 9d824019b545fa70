package io.motcua.dossier.payments;

import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.events.Topics;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.platform.consumption.About;
import io.motcua.platform.consumption.Subscription;
import io.motcua.platform.consumption.UnacceptableEvent;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What payment-service tells, translated into commands; nothing is decided here. */
@Configuration(proxyBeanMethods = false)
class PaymentEvents {

    private static final String SERVICE = "payment-service";

    @Bean
    Subscription paymentSubscription(Casework casework) {
        return Subscription.to(Topics.PAYMENTS)
                .on(
                        PaymentConfirmed.TYPE.name(),
                        PaymentConfirmed.class,
                        (event, about) -> note(casework, event.dossier(), about, command(event)))
                .on(
                        PaymentFailed.TYPE.name(),
                        PaymentFailed.class,
                        (event, about) -> note(casework, event.dossier(), about, command(event)));
    }

    private static Command command(PaymentConfirmed event) {
        return new Command.NotePayment(event.order(), event.demand(), event.paidAt());
    }

    private static Command command(PaymentFailed event) {
        return new Command.NoteFailedPayment(event.order(), event.demand(), event.reason(), event.attempt());
    }

    private static void note(Casework casework, String dossier, About about, Command fact) {
        try {
            casework.note(about.agency(), dossier, about.cause(), SERVICE, fact);
        } catch (Problem problem) {
            if (problem.kind() == PlatformProblem.NOT_FOUND) {
                // No retry brings the dossier about: somebody must look.
                throw new UnacceptableEvent("There is no such dossier", problem);
            }
            throw problem;
        }
    }
}
