package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.events.Contract;
import io.motcua.events.Topics;
import io.motcua.events.dossier.RefundDue;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Foreign facts about money, at the right and at the wrong moment. */
class PaymentTests extends DossierServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_same_event_twice_takes_effect_once() {
        var id = withFee();
        var payment = payment(id, "o-" + id);
        var event = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            events.publish(event, Topics.PAYMENTS, "o-" + id, PaymentConfirmed.TYPE.name(), "H37", 2, payment);
        }
        // A later event of the same key shows that both have been read.
        events.publish(Topics.PAYMENTS, "o-" + id, PaymentFailed.TYPE.name(), "H37", 3, failure(id));

        awaitEntry(id, "payment-attempt-failed");
        assertThat(entries(id, "payment-noted")).isEqualTo(1);
        assertThat(dossier(id).at("/demands/0/paid").asBoolean()).isTrue();
        assertThat(published(RefundDue.TYPE, id)).isZero();
    }

    @Test
    void money_that_comes_after_the_withdrawal_is_due_back() {
        var id = withFee();
        ok(command(citizen(), id, "withdrawal", Map.of("reason", "đổi ý")), 200);
        decide("receptionist", id, "stop", Map.of("reason", "theo đơn"));
        pay(id, "late-" + id);

        var refund = awaitEvent(RefundDue.TYPE, id).data();
        assertThat(refund.path("order").asString()).isEqualTo("late-" + id);
        assertThat(refund.path("reason").asString()).isEqualTo("WITHDRAWN");
        assertThat(status(id)).isEqualTo(8);
    }

    @Test
    void money_that_comes_after_the_refusal_and_a_second_payment_are_due_back() {
        var refused = withFee();
        decide("receptionist", refused, "refusal", Map.of("reason", "trùng"));
        pay(refused, "late-" + refused);
        assertThat(awaitEvent(RefundDue.TYPE, refused).data().path("reason").asString())
                .isEqualTo("REFUSED");

        var twice = withFee();
        pay(twice, "first-" + twice);
        pay(twice, "second-" + twice);
        var refund = awaitEvent(RefundDue.TYPE, twice).data();
        assertThat(refund.path("reason").asString()).isEqualTo("DUPLICATE");
        assertThat(dossier(twice).at("/demands/0/paid").asBoolean()).isTrue();
    }

    @Test
    void a_failed_attempt_is_noted_and_changes_nothing() {
        var id = withFee();
        events.publish(Topics.PAYMENTS, "o-" + id, PaymentFailed.TYPE.name(), "H37", 2, failure(id));

        awaitEntry(id, "payment-attempt-failed");
        assertThat(dossier(id).at("/demands/0/paid").asBoolean()).isFalse();
        assertThat(status(id)).isEqualTo(1);
    }

    @Test
    void an_event_type_that_nobody_here_knows_is_skipped() {
        var id = withFee();
        var order = "o-" + id;
        events.publish(Topics.PAYMENTS, order, "io.motcua.payment.tipped.v1", "H37", 1, Map.of("dossier", id));
        pay(id, order);

        awaitEntry(id, "payment-noted");
        assertThat(events.all(Topics.PAYMENTS + "-dlt"))
                .noneMatch(it -> it.key().equals(order));
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_and_holds_nobody_up() {
        var id = withFee();
        var order = "o-" + id;
        events.publish(
                Topics.PAYMENTS,
                order,
                PaymentConfirmed.TYPE.name(),
                "H37",
                1,
                "{\"order\":".getBytes(StandardCharsets.UTF_8));
        events.publish(Topics.PAYMENTS, order, PaymentConfirmed.TYPE.name(), "H37", 2, Map.of("order", order));
        pay(id, order);

        awaitEntry(id, "payment-noted");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(events.all(Topics.PAYMENTS + "-dlt"))
                        .filteredOn(it -> order.equals(it.key()))
                        .hasSize(2));
    }

    @Test
    void a_payment_for_no_dossier_goes_to_the_dead_letters() {
        var order = "o-" + UUID.randomUUID();
        var golden = (ObjectNode) JSON.readTree(Contract.golden(PaymentConfirmed.TYPE));
        golden.put("dossier", "nosuchdossier");
        events.publish(Topics.PAYMENTS, order, PaymentConfirmed.TYPE.name(), "H37", 1, golden);

        events.await(Topics.PAYMENTS + "-dlt", it -> order.equals(it.key()));
    }

    @Test
    void the_golden_examples_are_read() {
        for (var type : List.of(PaymentConfirmed.TYPE, PaymentFailed.TYPE)) {
            var id = withFee();
            var golden = (ObjectNode) JSON.readTree(Contract.golden(type));
            golden.put("dossier", id);
            events.publish(Topics.PAYMENTS, "golden-" + id, type.name(), "H37", 1, golden);

            // The golden demand is none of this dossier's: it is noted, and money that nobody owes is due back.
            awaitEntry(id, type == PaymentConfirmed.TYPE ? "payment-noted" : "payment-attempt-failed");
        }
    }

    private String withFee() {
        var id = begin(Catalogue.RESIDENCE);
        ok(attach(citizen(), id, "CT01"), 201);
        return submit(id);
    }

    private PaymentFailed failure(String id) {
        var paid = payment(id, "o-" + id);
        return new PaymentFailed(
                paid.order(),
                id,
                paid.dossierCode(),
                paid.demand(),
                paid.payer(),
                paid.amount(),
                "vnpay",
                "24",
                1,
                paid.paidAt());
    }

    private void awaitEntry(String id, String type) {
        await().atMost(Duration.ofSeconds(30)).until(() -> entries(id, type) > 0);
    }

    private long entries(String id, String type) {
        return history(id).stream()
                .filter(it -> it.path("type").asString().equals(type))
                .count();
    }
}
