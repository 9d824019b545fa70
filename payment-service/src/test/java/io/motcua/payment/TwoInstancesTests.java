package io.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.payment.OrderOpened;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances on one database share the events, the relay and the sweeps, and do nothing twice. */
class TwoInstancesTests extends PaymentServiceTest {

    private static final int ORDERS = 6;

    @Autowired
    Orders orders;

    @Value("${spring.mongodb.database}")
    String database;

    @Value("${MOTCUA_SEALING_SECRET}")
    String sealingSecrets;

    @Test
    void side_by_side_they_do_everything_once() {
        try (var second = secondInstance()) {
            var both = List.of(api, Api.at(port(second)));
            var dossiers = Stream.generate(PaymentServiceTest::newDossier)
                    .limit(ORDERS)
                    .toList();
            dossiers.forEach(dossier -> publish(PaymentDemanded.TYPE, dossier, demand(dossier, null)));
            var ids = dossiers.stream()
                    .map(dossier ->
                            awaitOrders(dossier, 1).getFirst().path("id").asString())
                    .toList();

            IntStream.range(0, ORDERS).forEach(number -> pay(both, ids.get(number), number));

            for (var id : ids) {
                awaitStatus(id, "PAID");
                awaitEvent(PaymentConfirmed.TYPE, id);
                assertThat(published(OrderOpened.TYPE, id)).isEqualTo(1);
                assertThat(published(PaymentConfirmed.TYPE, id)).isEqualTo(1);
                assertThat(order(id).path("refunds").isEmpty()).isTrue();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status(openOrder())).isEqualTo("OPEN"));
    }

    @Test
    void an_instance_that_starts_asks_what_it_has_missed() {
        var missed = openOrder();
        checkOut(missed);
        BANK.record(missed + "-1", new TestBank.Books("00", 1_000_000, "78"));

        try (var restarted = secondInstance()) {
            assertThat(restarted.isRunning()).isTrue();
            awaitStatus(missed, "PAID");
        }
    }

    /** Of every third order both are notified, of every third both ask, of the rest one hears and the other is asked. */
    private void pay(List<Api> both, String id, int number) {
        var payUrl = payUrl(id);
        BANK.record(id + "-1", new TestBank.Books("00", 1_000_000, "77"));
        if (number % 3 != 0) {
            orders.askLater(AGENCY, id, 1, Instant.now().minusSeconds(1));
        }
        if (number % 3 != 1) {
            var ipn = PAYMENTS + "/vnpay/ipn" + TestBank.notification(payUrl, "00", "00");
            assertThat(both.parallelStream()
                            .map(instance ->
                                    instance.get(ipn).body().path("RspCode").asString())
                            .toList())
                    .containsAnyOf("00", "02")
                    .isSubsetOf("00", "02");
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        var properties = new HashMap<>(Surroundings.properties());
        properties.put("spring.mongodb.database", database);
        properties.put("MOTCUA_SEALING_SECRET", sealingSecrets);
        properties.put("server.port", "0");
        properties.put("MOTCUA_SANDBOX_URL", BANK.url());
        properties.put("motcua.payment.inquiries.interval", "200ms");
        var arguments = properties.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(PaymentServiceApplication.class)
                .profiles("development")
                .run(arguments);
    }

    private static int port(ConfigurableApplicationContext instance) {
        return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
