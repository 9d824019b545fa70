package io.motcua.payment.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motcua.events.Contract;
import io.motcua.events.Topics;
import io.motcua.events.dossier.DossierRefused;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.events.payment.RefundProposed;
import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bank's notifications, with real signatures. */
class IpnTests extends PaymentServiceTest {

    @Test
    void pays_the_order_and_tells_the_dossier() {
        var order = openOrder();

        assertThat(notify(TestBank.notification(payUrl(order), "00", "00"))).isEqualTo("00");

        assertThat(status(order)).isEqualTo("PAID");
        var confirmed = awaitEvent(PaymentConfirmed.TYPE, order);
        Contract.assertSameShape(PaymentConfirmed.TYPE, confirmed.bytes());
        assertThat(confirmed.data().path("paidAt").asString()).isEqualTo("2026-08-01T08:35:00Z");
        assertThat(confirmed.data().path("demand").asString()).isEqualTo("intake");
        assertThat(confirmed.headers()).containsEntry("ce_sequence", "3");
    }

    @Test
    void answers_in_the_banks_own_words() {
        var notification = TestBank.notification(payUrl(openOrder()), "00", "00");

        var answer = api.get(PAYMENTS + "/vnpay/ipn" + notification);

        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .isIn(
                        "{\"RspCode\":\"00\",\"Message\":\"Confirm Success\"}",
                        "{\"Message\":\"Confirm Success\",\"RspCode\":\"00\"}");
    }

    @Test
    void a_replay_changes_nothing() {
        var order = openOrder();
        var notification = TestBank.notification(payUrl(order), "00", "00");
        notify(notification);
        long revision = order(order).path("revision").asLong();

        assertThat(notify(notification)).isEqualTo("02");
        assertThat(notify(notification)).isEqualTo("02");
        assertThat(order(order).path("revision").asLong()).isEqualTo(revision);
        awaitEvent(PaymentConfirmed.TYPE, order);
        assertThat(published(PaymentConfirmed.TYPE, order)).isEqualTo(1);
    }

    @Test
    void many_at_once_pay_once() throws Exception {
        int callers = 8;
        var order = openOrder();
        var notification = TestBank.notification(payUrl(order), "00", "00");

        var replies = atOnce(IntStream.range(0, callers)
                .<Callable<String>>mapToObj(_ -> () -> notify(notification))
                .toList());

        assertThat(replies).containsOnlyOnce("00").containsOnly("00", "02");
        awaitEvent(PaymentConfirmed.TYPE, order);
        assertThat(published(PaymentConfirmed.TYPE, order)).isEqualTo(1);
        assertThat(order(order).path("refunds").isEmpty()).isTrue();
    }

    @Test
    void two_attempts_paid_at_once_are_one_payment_and_one_refund() throws Exception {
        var order = openOrder();
        var first = TestBank.notification(payUrl(order), "00", "00");
        var second = TestBank.notification(payUrl(order), "00", "00");

        var replies = atOnce(List.of(() -> notify(first), () -> notify(second)));

        assertThat(replies).containsExactly("00", "00");
        assertThat(status(order)).isEqualTo("PAID");
        assertThat(order(order).path("refunds").size()).isEqualTo(1);
        awaitEvent(RefundProposed.TYPE, order);
        assertThat(published(PaymentConfirmed.TYPE, order)).isEqualTo(1);
        assertThat(published(RefundProposed.TYPE, order)).isEqualTo(1);
    }

    @Test
    void a_second_paid_attempt_becomes_a_refund_proposal_and_its_replay_nothing() {
        var order = openOrder();
        var first = payUrl(order);
        var second = payUrl(order);
        notify(TestBank.notification(second, "00", "00"));

        assertThat(notify(TestBank.notification(first, "00", "00"))).isEqualTo("00");
        assertThat(notify(TestBank.notification(first, "00", "00"))).isEqualTo("02");

        var refund = order(order).path("refunds").path(0);
        assertThat(refund.path("attempt").asInt()).isEqualTo(1);
        assertThat(refund.path("reason").asString()).isEqualTo("DUPLICATE");
        Contract.assertSameShape(
                RefundProposed.TYPE, awaitEvent(RefundProposed.TYPE, order).bytes());
    }

    @Test
    void a_forged_one_changes_nothing() {
        var order = openOrder();
        var payUrl = payUrl(order);
        var failed = TestBank.notification(payUrl, "24", "02");

        assertThat(notify(failed.replace("vnp_ResponseCode=24", "vnp_ResponseCode=00")
                        .replace("vnp_TransactionStatus=02", "vnp_TransactionStatus=00")))
                .isEqualTo("97");
        assertThat(notify(failed.substring(0, failed.indexOf("&vnp_SecureHash"))))
                .isEqualTo("97");
        assertThat(notify(failed + "&vnp_ResponseCode=00")).isEqualTo("97");
        assertThat(notify("")).isEqualTo("97");
        assertThat(notify("?vnp_SecureHash=%00%ff")).isEqualTo("97");
        assertThat(notify(TestBank.notification(payUrl, Map.of("vnp_TmnCode", "SOMEELSE"))))
                .isEqualTo("97");
        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(order(order).path("attempts").path(0).path("status").asString())
                .isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "1000100", "999999900", "0", "abc", "1000001", "-1000000"})
    void a_wrong_amount_pays_nothing(String amount) {
        var order = openOrder();
        var payUrl = payUrl(order);
        var wrong = TestBank.notification(
                payUrl, Map.of("vnp_Amount", amount, "vnp_ResponseCode", "00", "vnp_TransactionStatus", "00"));

        assertThat(notify(wrong)).isEqualTo("04");
        assertThat(notify(wrong)).isEqualTo("04");
        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(notify(TestBank.notification(payUrl, "00", "00")))
                .as("the right one still pays")
                .isEqualTo("00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchorder-1", "nosuchorder", "-", "1", "'; drop", "a-99999999999"})
    void an_unknown_order_is_unknown(String reference) {
        var notification = TestBank.notification(
                payUrl(openOrder()),
                Map.of("vnp_TxnRef", reference, "vnp_ResponseCode", "00", "vnp_TransactionStatus", "00"));

        assertThat(notify(notification)).isEqualTo("01");
    }

    @Test
    void an_attempt_that_was_never_made_is_unknown() {
        var order = openOrder();
        var notification = TestBank.notification(
                payUrl(order),
                Map.of("vnp_TxnRef", order + "-2", "vnp_ResponseCode", "00", "vnp_TransactionStatus", "00"));

        assertThat(notify(notification)).isEqualTo("01");
        assertThat(status(order)).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({"24, 02", "11, 02", "51, 02", "00, 02", "99, 00"})
    void a_failed_attempt_is_noted_and_told(String response, String status) {
        var order = openOrder();
        var notification = TestBank.notification(payUrl(order), response, status);

        assertThat(notify(notification)).isEqualTo("00");
        assertThat(notify(notification)).isEqualTo("02");

        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(order(order).path("attempts").path(0).path("status").asString())
                .isEqualTo("FAILED");
        Contract.assertSameShape(
                PaymentFailed.TYPE, awaitEvent(PaymentFailed.TYPE, order).bytes());
        assertThat(notify(TestBank.notification(payUrl(order), "00", "00")))
                .as("the next attempt pays")
                .isEqualTo("00");
    }

    @ParameterizedTest
    @CsvSource({"00, 01", "07, 07", "00, 04", "07, 00"})
    void what_is_undecided_neither_pays_nor_fails(String response, String status) {
        var order = openOrder();
        var payUrl = payUrl(order);

        assertThat(notify(TestBank.notification(payUrl, response, status))).isEqualTo("00");

        assertThat(order(order).path("attempts").path(0).path("status").asString())
                .isEqualTo("PENDING");
        assertThat(notify(TestBank.notification(payUrl, "00", "00"))).isEqualTo("00");
        assertThat(status(order)).isEqualTo("PAID");
    }

    @Test
    void money_for_a_refused_dossier_is_to_be_given_back() {
        var order = openOrder();
        var dossier = order(order).path("dossier").asString();
        var payUrl = payUrl(order);
        publish(
                DossierRefused.TYPE,
                dossier,
                new DossierRefused(reference(dossier, AGENCY), recipient(), "Sai nơi nộp", Instant.EPOCH));
        awaitStatus(order, "CANCELLED");

        assertThat(notify(TestBank.notification(payUrl, "00", "00"))).isEqualTo("00");

        assertThat(awaitEvent(RefundProposed.TYPE, order).data().path("reason").asString())
                .isEqualTo("REFUSED");
        assertThat(status(order)).isEqualTo("CANCELLED");
        assertThat(published(PaymentConfirmed.TYPE, order)).isZero();
    }

    /** A merchant has one address at the bank, but may take the money of several agencies. */
    @Test
    void a_shared_merchant_is_notified_at_one_address_for_all_its_agencies() {
        var dossier = newDossier();
        var golden = demand(dossier, null);
        var elsewhere = new PaymentDemanded(
                reference(dossier, "H26"),
                golden.applicant(),
                golden.demand(),
                golden.purpose(),
                golden.amount(),
                golden.description(),
                true,
                golden.demandedAt(),
                null);
        events.publish(Topics.DOSSIERS, dossier, PaymentDemanded.TYPE.name(), "H26", 1, elsewhere);
        var base = "/api/v1/agencies/H26/payments";
        var id = await().until(
                        () -> api.as(payer())
                                .get(base + "?dossier=" + dossier)
                                .body()
                                .path("items")
                                .path(0)
                                .path("id")
                                .asString(""),
                        it -> !it.isEmpty());
        var url = api.as(payer())
                .post(base + "/" + id + "/checkouts", Map.of())
                .body()
                .path("url")
                .asString();

        assertThat(notify(TestBank.notification(url, "00", "00"))).isEqualTo("00");
        assertThat(api.as(payer()).get(base + "/" + id).body().path("status").asString())
                .isEqualTo("PAID");
    }

    @Test
    void the_way_back_displays_and_decides_nothing() {
        var order = openOrder();
        var payUrl = payUrl(order);
        var back = PAYMENTS + "/vnpay/return" + TestBank.notification(payUrl, "00", "00");

        var before = api.get(back);
        assertThat(before.body().path("state").asString()).isEqualTo("CONFIRMING");
        assertThat(before.body().path("orderStatus").asString()).isEqualTo("OPEN");
        assertThat(status(order)).isEqualTo("OPEN");

        notify(TestBank.notification(payUrl, "00", "00"));
        assertThat(api.get(back).body().path("state").asString()).isEqualTo("PAID");
        var cancelled = PAYMENTS + "/vnpay/return" + TestBank.notification(payUrl(openOrder()), "24", "02");
        assertThat(api.get(cancelled).body().path("state").asString()).isEqualTo("FAILED");
        assertThat(api.get(back + "x").status()).as("forged").isEqualTo(404);
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        var barrier = new CyclicBarrier(calls.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            var replies = new ArrayList<String>();
            for (Future<String> reply : running) {
                replies.add(reply.get());
            }
            return replies;
        }
    }
}
