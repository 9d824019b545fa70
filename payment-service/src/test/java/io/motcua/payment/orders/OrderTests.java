package io.motcua.payment.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motcua.events.Money;
import io.motcua.events.Recipient;
import io.motcua.events.payment.PaymentConfirmed;
import io.motcua.events.payment.PaymentFailed;
import io.motcua.events.payment.RefundProposed;
import io.motcua.platform.history.Decision;
import io.motcua.platform.history.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTests {

    private static final String ID = "abc";
    private static final Instant NOW = Instant.parse("2026-08-01T08:33:33Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(15));
    private static final Recipient PAYER = new Recipient("person-1", "vi", Map.of("notification-service", "jwe"));

    private static final Demand DEMAND =
            new Demand("dossier-1", "H37.15-260801-0001", "fee", PAYER, "FEE", Money.dong(10_000), "Lệ phí", null);

    @Test
    void opens_what_is_demanded() {
        var opened = Order.open(ID, DEMAND, NOW);

        assertThat(opened.next().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(opened.next().takesAttempts()).isTrue();
        assertThat(names(opened)).containsExactly("io.motcua.payment.order-opened.v1");
    }

    @ParameterizedTest
    @CsvSource({"0, VND", "100, USD"})
    void a_demand_that_nobody_can_pay_is_none(long amount, String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Demand("d", null, "fee", PAYER, "FEE", new Money(amount, currency), "Lệ phí", null));
    }

    @Test
    void attempts_are_counted_and_asked_about_when_they_end() {
        var once = apply(open(), start("r1", END));
        var twice = apply(once, start("r2", END.plusSeconds(60)));

        assertThat(twice.attempts()).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(twice.attemptOf("r2")).map(Attempt::number).contains(2);
        assertThat(twice.askAt()).isEqualTo(END);
        assertThat(twice.status()).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void an_order_is_not_tried_without_end() {
        var order = open();
        for (int number = 1; number <= Order.MOST_ATTEMPTS; number++) {
            order = apply(order, start("r" + number, END));
        }
        var tried = order;

        assertThat(tried.takesAttempts()).isFalse();
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> tried.handle(ID, start("one more", END), NOW));
    }

    @Test
    void the_bank_has_the_money_so_the_order_is_paid() {
        var decision = tried().handle(ID, pay(1), NOW);

        assertThat(decision.next().status()).isEqualTo(OrderStatus.PAID);
        assertThat(decision.next().paidBy()).isEqualTo(1);
        assertThat(decision.next().askAt()).isNull();
        assertThat(decision.revises()).isTrue();
        assertThat(names(decision)).containsExactly(PaymentConfirmed.TYPE.name());
    }

    @Test
    void a_second_paid_attempt_is_to_be_given_back() {
        var paid = apply(apply(tried(), start("r2", END)), pay(1));
        var decision = paid.handle(ID, pay(2), NOW);

        assertThat(decision.next().status()).isEqualTo(OrderStatus.PAID);
        assertThat(decision.next().paidBy()).isEqualTo(1);
        assertThat(decision.next().refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.reason()).isEqualTo("DUPLICATE");
            assertThat(refund.attempt()).isEqualTo(2);
        });
        assertThat(names(decision)).containsExactly(RefundProposed.TYPE.name());
    }

    @Test
    void the_same_attempt_does_not_pay_twice() {
        var decision = apply(tried(), pay(1)).handle(ID, pay(1), NOW);

        assertThat(decision.next().refunds()).isEmpty();
        assertThat(names(decision)).containsExactly("noted");
    }

    @Test
    void a_failed_attempt_leaves_the_order_open_and_is_told() {
        var decision = tried().handle(ID, new Command.Fail(1, "vnpay", "24"), NOW);

        assertThat(decision.next().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(decision.next().attempt(1)).map(Attempt::status).contains(Attempt.Status.FAILED);
        assertThat(decision.next().askAt()).isNull();
        assertThat(names(decision)).containsExactly(PaymentFailed.TYPE.name());
    }

    @Test
    void nobody_who_has_paid_hears_of_an_attempt_that_failed() {
        var paid = apply(apply(tried(), start("r2", END)), pay(1));
        var decision = paid.handle(ID, new Command.Fail(2, "vnpay", "24"), NOW);

        assertThat(names(decision)).containsExactly("attempt-closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "lapsed"})
    void money_that_comes_in_after_all_counts(String end) {
        var ended =
                apply(tried(), end.equals("failed") ? new Command.Fail(1, "vnpay", "24") : new Command.Lapse(1, "91"));

        assertThat(apply(ended, pay(1)).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void undecided_stays_pending_and_is_noted() {
        var decision = tried().handle(ID, new Command.LeaveUndecided(1, "07"), NOW);

        assertThat(decision.next()).isEqualTo(tried());
        assertThat(names(decision)).containsExactly("noted");
    }

    @Test
    void another_amount_pays_nothing() {
        var decision = tried().handle(ID, new Command.NoteOtherAmount(1, "100", "77"), NOW);

        assertThat(decision.next().status()).isEqualTo(OrderStatus.OPEN);
        assertThat(names(decision)).containsExactly("noted");
    }

    @ParameterizedTest
    @CsvSource({"false, REFUSED, REFUSED", "false, STOPPED, STOPPED", "true, STOPPED, WITHDRAWN"})
    void money_for_a_dossier_that_has_ended_is_to_be_given_back(boolean withdrawn, String end, String reason) {
        var order = withdrawn ? apply(tried(), new Command.NoteWithdrawal()) : tried();
        var cancelled = apply(order, new Command.EndDossier(end));
        var decision = cancelled.handle(ID, pay(1), NOW);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(decision.next().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(decision.next().refunds())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
        assertThat(names(decision)).containsExactly(RefundProposed.TYPE.name());
    }

    @Test
    void asking_for_the_dossier_back_does_not_end_what_is_owed() {
        assertThat(apply(tried(), new Command.NoteWithdrawal()).status()).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void the_dossier_says_that_what_was_paid_is_not_owed() {
        var paid = apply(tried(), pay(1));
        var decision = paid.handle(ID, new Command.ProposeRefund("WITHDRAWN"), NOW);
        var again = decision.next().handle(ID, new Command.ProposeRefund("WITHDRAWN"), NOW);

        assertThat(decision.next().refunds()).hasSize(1);
        assertThat(names(decision)).containsExactly(RefundProposed.TYPE.name());
        assertThat(again.next().refunds()).hasSize(1);
        assertThat(names(again)).containsExactly("noted");
    }

    @Test
    void the_term_ends_attempts_but_not_the_debt() {
        var expired = apply(tried(), new Command.EndTerm());

        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.takesAttempts()).isFalse();
        assertThat(apply(expired, pay(1)).status()).isEqualTo(OrderStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void only_an_open_order_takes_attempts(OrderStatus status) {
        var order = switch (status) {
            case PAID -> apply(tried(), pay(1));
            case CANCELLED -> apply(tried(), new Command.EndDossier("STOPPED"));
            case EXPIRED -> apply(tried(), new Command.EndTerm());
            case OPEN -> throw new AssertionError();
        };

        assertThatExceptionOfType(OrderNotOpen.class)
                .isThrownBy(() -> order.handle(ID, start("r9", END), NOW))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void asking_later_is_no_event() {
        var later = NOW.plus(Duration.ofHours(1));
        var decision = tried().askLater(1, later);

        assertThat(decision.facts()).isEmpty();
        assertThat(decision.next().askAt()).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({"abc-1, abc, 1", "a1b2-42, a1b2, 42"})
    void references_read_back(String text, String order, int attempt) {
        assertThat(Reference.read(text)).contains(new Reference(order, attempt));
        assertThat(new Reference(order, attempt)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "abc-", "abc-0", "abc-x", "-1", "ABC-1", "abc-99999", "{$ne:1}-1", "a.b-1"})
    void what_is_no_reference_of_ours_reads_as_none(String text) {
        assertThat(Reference.read(text)).isEmpty();
    }

    private static Order open() {
        return Order.open(ID, DEMAND, NOW).next();
    }

    private static Order tried() {
        return apply(open(), start("r1", END));
    }

    private static Command start(String request, Instant end) {
        return new Command.StartAttempt(request, end, end);
    }

    private static Command pay(int attempt) {
        return new Command.Pay(attempt, "vnpay", "T" + attempt, NOW);
    }

    private static Order apply(Order order, Command command) {
        return order.handle(ID, command, NOW).next();
    }

    private static Iterable<String> names(Decision<Order> decision) {
        return decision.facts().stream()
                .map(Fact::type)
                .map(type -> type.name())
                .toList();
    }
}
