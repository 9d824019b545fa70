package io.motcua.payment.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.motcua.events.Topics;
import io.motcua.events.dossier.PaymentDemanded;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.payment.orders.Orders;
import io.motcua.payment.testing.PaymentServiceTest;
import io.motcua.payment.testing.TestBank;
import io.motcua.payment.testing.TestBank.Books;
import io.motcua.payment.testing.TestBank.Fault;
import io.motcua.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What happens when the bank's notification never comes. */
class InquiryTests extends PaymentServiceTest {

    private static final Books PAID = new Books("00", 1_000_000, "14226112");

    @Autowired
    Orders orders;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    CircuitBreakerRegistry breakers;

    @AfterEach
    void healTheLine() {
        BANK.suffer(Fault.NONE);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            var breaker = breakers.circuitBreaker("vnpay");
            if (breaker.getState() != CircuitBreaker.State.CLOSED) {
                breaker.reset();
            }
            return breaker.getState() == CircuitBreaker.State.CLOSED;
        });
    }

    @Test
    void a_lost_notification_is_asked_for() {
        var order = openOrder();
        var payUrl = payUrl(order);
        BANK.record(order + "-1", PAID);

        end(order);

        awaitStatus(order, "PAID");
        assertThat(awaitEvent(PaymentConfirmed.TYPE, order)
                        .data()
                        .path("providerReference")
                        .asString())
                .isEqualTo("14226112");
        assertThat(notify(TestBank.notification(payUrl, "00", "00")))
                .as("what comes late after all")
                .isEqualTo("02");
        assertThat(published(PaymentConfirmed.TYPE, order)).isEqualTo(1);
    }

    @Test
    void an_agency_whose_contract_opens_no_more_keeps_no_other_waiting() {
        api.as(Tokens.staff("H80", "accountant"))
                .header("If-None-Match", "*")
                .put(
                        "/api/v1/agencies/H80/payments/merchants/vnpay",
                        Map.of("tmnCode", "MOTCH801", "secret", "secret-of-H80"));
        var lost = attemptAt("H80");
        mongo.updateFirst(
                new Query(Criteria.where("_id").is("H80/vnpay")),
                Update.update("state.terms.0.sealedSecret", "A".repeat(64)),
                "contracts");
        orders.askLater("H80", lost, 1, Instant.now().minusSeconds(60));
        var order = openOrder();
        payUrl(order);
        BANK.record(order + "-1", PAID);

        end(order);

        awaitStatus(order, "PAID");
        assertThat(orders.findAnywhere(lost)
                        .orElseThrow()
                        .state()
                        .attempts()
                        .getFirst()
                        .askAt())
                .isAfter(Instant.now());
    }

    @Test
    void an_attempt_that_failed_is_told() {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", new Books("02", 1_000_000, "7"));

        end(order);

        awaitAttempt(order, "FAILED");
        awaitEvent(PaymentFailed.TYPE, order);
    }

    @Test
    void an_attempt_that_never_reached_the_bank_lapses_in_silence() {
        var order = openOrder();
        checkOut(order);

        end(order);

        awaitAttempt(order, "LAPSED");
        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(published(PaymentFailed.TYPE, order)).isZero();
    }

    @Test
    void what_is_undecided_is_asked_again_later() {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", new Books("01", 1_000_000, "7"));

        end(order);
        var later = await().atMost(Duration.ofSeconds(20)).until(() -> askAt(order), Instant.now()::isBefore);
        assertThat(later).isBefore(Instant.now().plus(Duration.ofMinutes(6)));
        awaitAttempt(order, "PENDING");

        BANK.record(order + "-1", PAID);
        end(order);
        awaitStatus(order, "PAID");
    }

    @Test
    void what_the_bank_does_not_know_yet_is_asked_again_while_the_payer_may_still_arrive() {
        var order = openOrder();
        checkOut(order);

        ask(order);

        await().atMost(Duration.ofSeconds(20)).until(() -> askAt(order), Instant.now()::isBefore);
        awaitAttempt(order, "PENDING");
    }

    @Test
    void a_payer_who_comes_back_as_paid_is_a_reason_to_ask_soon() {
        var order = openOrder();
        var payUrl = payUrl(order);
        var soon = Instant.now().plus(Duration.ofMinutes(1));
        assertThat(askAt(order)).isAfter(soon);

        api.get(PAYMENTS + "/vnpay/return" + TestBank.notification(payUrl, "24", "02"));
        assertThat(askAt(order)).as("not paid: no hurry").isAfter(soon);
        api.get(PAYMENTS + "/vnpay/return" + TestBank.notification(payUrl, "00", "00"));

        assertThat(askAt(order)).isBefore(soon);
        assertThat(status(order)).isEqualTo("OPEN");
    }

    @Test
    void patience_ends() {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", new Books("01", 1_000_000, "7"));
        setEnd(order, Instant.now().minus(Duration.ofDays(4)));

        ask(order);

        awaitAttempt(order, "LAPSED");
    }

    @Test
    void another_amount_in_the_banks_books_pays_nothing() {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", new Books("00", 100, "7"));

        end(order);

        await().atMost(Duration.ofSeconds(20)).until(() -> askAt(order), Instant.now()::isBefore);
        assertThat(status(order)).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @EnumSource(names = {"FORGED", "GARBAGE", "REFUSING", "MOVED", "ENDLESS"})
    void an_answer_that_cannot_be_used_changes_nothing(Fault fault) {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", PAID);
        BANK.suffer(fault);

        end(order);

        await().atMost(Duration.ofSeconds(20)).until(() -> askAt(order), Instant.now()::isBefore);
        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(BANK.askedElsewhere()).isZero();
    }

    /** Cuts the line, in both ways in which lines are cut. */
    @ParameterizedTest
    @EnumSource(names = {"DOWN", "SILENT"})
    void a_bank_that_is_away_is_left_alone_and_asked_when_it_is_back(Fault fault) {
        var order = openOrder();
        checkOut(order);
        BANK.record(order + "-1", PAID);
        BANK.suffer(fault);

        end(order);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> breakers.circuitBreaker("vnpay").getState() == CircuitBreaker.State.OPEN);
        assertThat(status(order)).isEqualTo("OPEN");
        assertThat(metrics())
                .contains("resilience4j_circuitbreaker_state{")
                .contains("resilience4j_retry_calls_total{")
                .contains("resilience4j_timelimiter_calls_total{")
                .containsPattern("motcua_payments_inquiries_total\\{[^}]*outcome=\"unavailable\"");

        BANK.suffer(Fault.NONE);
        awaitStatus(order, "PAID");
    }

    @Test
    void an_order_ends_with_its_term() {
        var dossier = newDossier();
        publish(PaymentDemanded.TYPE, dossier, demand(dossier, Instant.now().plusMillis(500)));
        var order = awaitOrders(dossier, 1).getFirst().path("id").asString();

        awaitStatus(order, "EXPIRED");
        assertThat(api.as(payer())
                        .post(PAYMENTS + "/" + order + "/checkouts", Map.of())
                        .problem())
                .isEqualTo("order-not-open");
    }

    @Test
    void orders_are_counted_by_status_and_agency() {
        notify(TestBank.notification(payUrl(openOrder()), "00", "00"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(metrics())
                        .containsPattern("motcua_payments\\{agency=\"H37\",[^}]*status=\"PAID\"[^}]*} [1-9]")
                        .containsPattern("motcua_payments_notifications_total\\{agency=\"H37\",[^}]*code=\"00\""));
    }

    /** As if the attempt's time were over. */
    /** An order of another agency, to be paid; its id. */
    private String attemptAt(String agency) {
        var dossier = newDossier();
        events.publish(Topics.DOSSIERS, dossier, PaymentDemanded.TYPE.name(), agency, 1, demand(dossier, agency, null));
        var payments = "/api/v1/agencies/" + agency + "/payments";
        var order = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.as(payer())
                                .get(payments + "?dossier=" + dossier)
                                .body()
                                .path("items")
                                .path(0),
                        found -> found.has("id"))
                .path("id")
                .asString();
        assertThat(api.as(payer())
                        .post(payments + "/" + order + "/checkouts", Map.of())
                        .status())
                .isEqualTo(201);
        return order;
    }

    private void end(String order) {
        setEnd(order, Instant.now().minusSeconds(1));
        ask(order);
    }

    private void ask(String order) {
        orders.askLater(AGENCY, order, 1, Instant.now().minusSeconds(1));
    }

    private void setEnd(String order, Instant end) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(order)),
                Update.update("state.attempts.0.expiresAt", Date.from(end)),
                "orders");
    }

    private Instant askAt(String order) {
        var at = orders.find(AGENCY, order).orElseThrow().state().askAt();
        return at == null ? Instant.EPOCH : at;
    }

    private void awaitAttempt(String order, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> order(order)
                        .path("attempts")
                        .path(0)
                        .path("status")
                        .asString()
                        .equals(status));
    }

    private String metrics() {
        return new String(api.get("/actuator/prometheus").bytes(), StandardCharsets.UTF_8);
    }
}
