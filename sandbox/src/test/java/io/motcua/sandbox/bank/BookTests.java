package io.motcua.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.motcua.sandbox.storage.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class BookTests {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @TempDir
    Path data;

    Book open(Instant now) {
        return new Book(new DataFolder(data), JsonMapper.shared(), Clock.fixed(now, ZoneOffset.UTC));
    }

    static PayOrder order(String reference) {
        var parameters = TestMerchant.order(reference);
        parameters.put("vnp_CreateDate", BankTime.write(NOON));
        parameters.remove("vnp_ExpireDate");
        return PayOrder.read(parameters);
    }

    @Test
    void times_are_those_of_vietnam() {
        assertThat(BankTime.write(NOON)).isEqualTo("20261123120000");
        assertThat(BankTime.read("20261123120000")).contains(NOON);
    }

    @Test
    void a_restart_forgets_nothing_and_gives_no_number_twice() {
        var book = open(NOON);
        var paid = book.open(order("1"));
        var settled = book.settle(paid.id(), Outcome.PAID);
        var refund = book.refund(paid.id(), new RefundOrder("r", "03", 5, "", "accountant"));
        book.reported(paid.id(), "HTTP 503", false);
        var pending = book.open(order("2"));
        var all = book.all(_ -> true);
        book.close();

        var after = open(NOON);
        assertThat(after.all(_ -> true)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(after.settle(pending.id(), Outcome.PAID).settlement().number())
                .isGreaterThan(settled.settlement().number())
                .isGreaterThan(refund.number());
        assertThat(after.settle(paid.id(), Outcome.CANCELLED).first()).isFalse();
    }

    @Test
    void without_a_date_of_its_own_an_order_expires_after_a_quarter_of_an_hour() {
        var book = open(NOON);
        var opened = book.open(order("1"));
        book.close();

        var later = open(NOON.plus(Duration.ofMinutes(16)));
        assertThat(later.settle(opened.id(), Outcome.PAID).settlement().outcome())
                .isEqualTo(Outcome.EXPIRED);
        assertThatExceptionOfType(PayRefused.class)
                .isThrownBy(() -> later.open(order("2")))
                .satisfies(it -> assertThat(it.problem()).isEqualTo(PayProblem.TOO_LATE));
    }

    @Test
    void every_outcome_has_a_code_of_its_own() {
        assertThat(Outcome.values()).extracting(Outcome::responseCode).doesNotHaveDuplicates();
        assertThat(Outcome.of("51")).contains(Outcome.NO_FUNDS);
        assertThat(Outcome.failures()).hasSize(Outcome.values().length - 3);
    }
}
