package io.motcua.payment.demands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.events.Contract;
import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.DossierStopped;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.dossier.WithdrawalRequested;
import io.motcua.events.payment.OrderOpened;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.RefundProposed;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What dossiers tell us over the real broker. */
class DemandTests extends PaymentServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOTED = Instant.parse("2026-08-02T01:00:00Z");

    @Autowired
    Orders orders;

    @Test
    void a_demand_opens_an_order_and_says_so() {
        var order = openOrder();

        assertThat(order(order).path("amount").path("amount").asLong()).isEqualTo(10_000);
        assertThat(status(order)).isEqualTo("OPEN");
        var opened = awaitEvent(OrderOpened.TYPE, order);
        Contract.assertSameShape(OrderOpened.TYPE, opened.bytes());
        assertThat(opened.headers())
                .containsEntry("ce_agency", AGENCY)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_subject", order);
    }

    @Test
    void the_same_demand_twice_is_one_order() {
        var dossier = newDossier();
        var id = UUID.randomUUID().toString();
        for (int delivery = 1; delivery <= 3; delivery++) {
            events.publish(id, Topics.DOSSIERS, dossier, PaymentDemanded.TYPE.name(), AGENCY, 1, demand(dossier, null));
        }
        publishAndAwait(dossier);

        assertThat(orders(dossier)).hasSize(2);
    }

    /** A consumer that dies after its write, before its offset is committed, gets the same event again, later. */
    @Test
    void a_demand_that_comes_again_after_a_crash_changes_nothing_that_happened_since() {
        var dossier = newDossier();
        var id = publish(PaymentDemanded.TYPE, dossier, demand(dossier, null));
        var order = awaitOrders(dossier, 1).getFirst().path("id").asString();
        assertThat(notify(TestBank.notification(payUrl(order), "00", "00"))).isEqualTo("00");

        events.publish(id, Topics.DOSSIERS, dossier, PaymentDemanded.TYPE.name(), AGENCY, 1, demand(dossier, null));
        publishAndAwait(dossier);

        assertThat(orders(dossier)).hasSize(2);
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(published(OrderOpened.TYPE, order)).isEqualTo(1);
    }

    @Test
    void reads_the_golden_demand() {
        var golden = golden(PaymentDemanded.TYPE);
        var dossier = newDossier();
        golden.withObject("/dossier").put("id", dossier);
        var agency = golden.path("dossier").path("agency").asString();
        events.publish(Topics.DOSSIERS, dossier, PaymentDemanded.TYPE.name(), agency, 1, bytes(golden));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(orders.ofDossier(agency, dossier))
                        .singleElement()
                        .satisfies(order -> assertThat(order.state().amount().amount())
                                .isEqualTo(golden.path("amount").path("amount").asLong())));
    }

    @Test
    void reads_the_golden_ends_of_a_dossier() {
        ends(DossierRefused.TYPE, "REFUSED");
        ends(DossierStopped.TYPE, "STOPPED");
    }

    @Test
    void a_dossier_that_was_asked_back_ends_as_withdrawn() {
        var dossier = newDossier();
        publish(PaymentDemanded.TYPE, dossier, demand(dossier, null));
        var order = awaitOrders(dossier, 1).getFirst().path("id").asString();
        var payUrl = payUrl(order);

        var asked = golden(WithdrawalRequested.TYPE);
        asked.withObject("/dossier").put("id", dossier).put("agency", AGENCY);
        events.publish(Topics.DOSSIERS, dossier, WithdrawalRequested.TYPE.name(), AGENCY, 2, bytes(asked));
        publish(
                DossierStopped.TYPE,
                dossier,
                new DossierStopped(reference(dossier, AGENCY), recipient(), "Theo yêu cầu", NOTED));
        awaitStatus(order, "CANCELLED");

        assertThat(notify(TestBank.notification(payUrl, "00", "00"))).isEqualTo("00");
        assertThat(awaitEvent(RefundProposed.TYPE, order).data().path("reason").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(published(PaymentConfirmed.TYPE, order)).isZero();
    }

    @Test
    void a_refund_that_is_due_is_proposed_once() {
        var order = openOrder();
        var dossier = order(order).path("dossier").asString();
        notify(TestBank.notification(payUrl(order), "00", "00"));

        var golden = golden(RefundDue.TYPE);
        golden.put("order", order);
        golden.withObject("/dossier").put("id", dossier).put("agency", AGENCY);
        for (int time = 1; time <= 2; time++) {
            events.publish(Topics.DOSSIERS, dossier, RefundDue.TYPE.name(), AGENCY, 1 + time, bytes(golden));
        }
        var proposed = awaitEvent(RefundProposed.TYPE, order);
        publishAndAwait(dossier);

        Contract.assertSameShape(RefundProposed.TYPE, proposed.bytes());
        assertThat(order(order).path("refunds").size()).isEqualTo(1);
        assertThat(status(order)).isEqualTo("PAID");
    }

    @Test
    void what_can_never_succeed_is_put_aside_and_holds_nothing_up() {
        var dossier = newDossier();
        var unreadable = "unreadable-" + dossier;
        events.publish(
                Topics.DOSSIERS,
                unreadable,
                PaymentDemanded.TYPE.name(),
                AGENCY,
                1,
                "{\"dossier\":".getBytes(StandardCharsets.UTF_8));
        var incomplete = "incomplete-" + dossier;
        events.publish(Topics.DOSSIERS, incomplete, PaymentDemanded.TYPE.name(), AGENCY, 1, Map.of("demand", "x"));
        var free = "free-" + dossier;
        var nothing = demand(dossier, null);
        publish(
                PaymentDemanded.TYPE,
                free,
                new PaymentDemanded(
                        nothing.dossier(),
                        nothing.applicant(),
                        "free",
                        "FEE",
                        Money.dong(0),
                        "Miễn phí",
                        false,
                        NOTED,
                        null));
        var foreign = "foreign-" + dossier;
        events.publish(Topics.DOSSIERS, foreign, PaymentDemanded.TYPE.name(), "H26", 1, demand(dossier, null));
        var unknown = "unknown-" + dossier;
        publish(
                RefundDue.TYPE,
                unknown,
                new RefundDue(reference(dossier, AGENCY), recipient(), "nosuchorder", "STOPPED", NOTED));
        var bare = "bare-" + dossier;
        events.publishRaw(Topics.DOSSIERS, bare, Map.of(), new byte[] {1, 2, 3});

        for (var key : new String[] {unreadable, incomplete, free, foreign, unknown, bare}) {
            assertThat(events.await(Topics.DOSSIERS + "-dlt", it -> key.equals(it.key()))
                            .headers())
                    .containsKey("motcua_reason");
        }
        publishAndAwait(dossier);
        assertThat(orders(dossier)).hasSize(1);
    }

    @Test
    void an_event_of_an_unknown_type_is_nothing_to_us() {
        var dossier = newDossier();
        events.publish(Topics.DOSSIERS, dossier, "io.motcua.dossier.something-new.v7", AGENCY, 1, Map.of("a", "b"));
        publishAndAwait(dossier);

        assertThat(orders(dossier)).hasSize(1);
        assertThat(events.all(Topics.DOSSIERS + "-dlt"))
                .noneMatch(it -> it.key().equals(dossier));
    }

    private void ends(EventType<?> type, String reason) {
        var dossier = newDossier();
        publish(PaymentDemanded.TYPE, dossier, demand(dossier, null));
        var order = awaitOrders(dossier, 1).getFirst().path("id").asString();
        var golden = golden(type);
        golden.withObject("/dossier").put("id", dossier).put("agency", AGENCY);

        events.publish(Topics.DOSSIERS, dossier, type.name(), AGENCY, 2, bytes(golden));

        awaitStatus(order, "CANCELLED");
        assertThat(orders.find(AGENCY, order).orElseThrow().state().endReason()).isEqualTo(reason);
    }

    /** Same key, same partition: once this demand has an order, everything before it has been handled. */
    private void publishAndAwait(String dossier) {
        int before = orders(dossier).size();
        var another = demand(dossier, null);
        publish(
                PaymentDemanded.TYPE,
                dossier,
                new PaymentDemanded(
                        another.dossier(),
                        another.applicant(),
                        "marker",
                        "FEE",
                        another.amount(),
                        "Sau cùng",
                        false,
                        NOTED,
                        null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> orders(dossier).stream()
                        .anyMatch(it -> it.path("demand").asString().equals("marker")));
        assertThat(orders(dossier)).hasSizeGreaterThan(before);
    }

    private static ObjectNode golden(EventType<?> type) {
        return (ObjectNode) JSON.readTree(Contract.golden(type));
    }

    private static byte[] bytes(ObjectNode json) {
        return JSON.writeValueAsBytes(json);
    }
}
